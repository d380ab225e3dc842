#include "pictures/jpeg_file.h"

#include <csetjmp>
#include <cstdio>
#include <cstring>
#include <utility>

#include <jpeglib.h>

namespace bas::pictures {

namespace {

// Of a hostile file: each costs a pass over the picture.
constexpr int kScansMax = 100;

// All that libjpeg works with. It leaves by longjmp, so whatever has to be freed lives here.
struct Work {
  jpeg_error_mgr errors{};
  jpeg_progress_mgr progress{};
  jpeg_decompress_struct in{};
  jpeg_compress_struct out{};
  std::jmp_buf leave{};
  char message[JMSG_LENGTH_MAX] = "";
  jpeg_destination_mgr sink{};
  JOCTET chunk[16 * 1024];
  std::string written;
  bool is_too_large = false;

  Work() = default;
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;
  ~Work() {
    jpeg_destroy_compress(&out);
    jpeg_destroy_decompress(&in);
  }
};

[[noreturn]] void leave(j_common_ptr common) {
  auto* work = static_cast<Work*>(common->client_data);
  common->err->format_message(common, work->message);
  std::longjmp(work->leave, 1);
}

[[noreturn]] void leave_with(Work& work, const char* message) {
  std::snprintf(work.message, sizeof work.message, "%s", message);
  std::longjmp(work.leave, 1);
}

void say_nothing(j_common_ptr) {}

void bound_scans(j_common_ptr common) {
  auto* work = static_cast<Work*>(common->client_data);
  if (work->in.input_scan_number > kScansMax) leave_with(*work, "it has too many scans");
}

Work& work_of(j_compress_ptr out) { return *static_cast<Work*>(out->client_data); }

void begin_chunk(j_compress_ptr out) {
  Work& work = work_of(out);
  work.sink.next_output_byte = work.chunk;
  work.sink.free_in_buffer = sizeof work.chunk;
}

boolean take_chunk(j_compress_ptr out) {
  Work& work = work_of(out);
  work.written.append(reinterpret_cast<const char*>(work.chunk), sizeof work.chunk);
  begin_chunk(out);
  return TRUE;
}

void take_rest(j_compress_ptr out) {
  Work& work = work_of(out);
  work.written.append(reinterpret_cast<const char*>(work.chunk),
                      sizeof work.chunk - work.sink.free_in_buffer);
}

void set_up(Work& work, std::string_view jpeg) {
  work.in.err = work.out.err = jpeg_std_error(&work.errors);
  work.errors.error_exit = leave;
  work.errors.output_message = say_nothing;
  work.in.client_data = work.out.client_data = &work;
  jpeg_create_decompress(&work.in);
  jpeg_create_compress(&work.out);
  work.sink.init_destination = begin_chunk;
  work.sink.empty_output_buffer = take_chunk;
  work.sink.term_destination = take_rest;
  work.out.dest = &work.sink;
  work.progress.progress_monitor = bound_scans;
  work.in.progress = &work.progress;
  jpeg_mem_src(&work.in, reinterpret_cast<const unsigned char*>(jpeg.data()),
               static_cast<unsigned long>(jpeg.size()));
}

bool is_sharp(const FlattenPlan& plan, int column, int row) {
  return column >= plan.sharp_left && column < plan.sharp_right && row >= plan.sharp_top &&
         row < plan.sharp_bottom;
}

// One colour component, whose blocks lie `h` by `v` in a unit.
struct Component {
  jvirt_barray_ptr blocks;
  int columns, rows, h, v;
};

JBLOCKROW row_of(Work& work, const Component& part, int row) {
  return work.in.mem->access_virt_barray(reinterpret_cast<j_common_ptr>(&work.in), part.blocks,
                                         static_cast<JDIMENSION>(row), 1, TRUE)[0];
}

// Means of one row of squares.
struct Means {
  long long* sums;
  long long* counts;
};

// A row of blocks and the plan for it.
struct Row {
  JBLOCKROW blocks;
  const Component& part;
  const FlattenPlan& plan;
  int number;
};

void add_row(const Row& row, const Means& means) {
  const auto& [blocks, part, plan, number] = row;
  for (int column = 0; column < part.columns; ++column) {
    const int unit = column / part.h;
    if (is_sharp(plan, unit, number / part.v)) continue;
    means.sums[unit / plan.cell_columns] += blocks[column][0];
    ++means.counts[unit / plan.cell_columns];
  }
}

void flatten_row(const Row& row, const Means& means) {
  const auto& [blocks, part, plan, number] = row;
  for (int column = 0; column < part.columns; ++column) {
    const int unit = column / part.h;
    if (is_sharp(plan, unit, number / part.v)) continue;
    const int cell = unit / plan.cell_columns;
    std::memset(blocks[column], 0, sizeof(JBLOCK));
    blocks[column][0] = static_cast<JCOEF>(means.sums[cell] / means.counts[cell]);
  }
}

// Squares keep the mean of each component and nothing else.
void flatten(Work& work, const Component& part, const FlattenPlan& plan) {
  const int cells = part.columns / part.h / plan.cell_columns + 2;
  const std::size_t bytes = static_cast<std::size_t>(cells) * sizeof(long long);
  const auto allocate = [&] {
    return static_cast<long long*>(
        work.in.mem->alloc_large(reinterpret_cast<j_common_ptr>(&work.in), JPOOL_IMAGE, bytes));
  };
  const Means means{allocate(), allocate()};
  const int band = plan.cell_rows * part.v;
  for (int top = 0; top < part.rows; top += band) {
    const int end = top + band < part.rows ? top + band : part.rows;
    std::memset(means.sums, 0, bytes);
    std::memset(means.counts, 0, bytes);
    for (int row = top; row < end; ++row) {
      add_row({row_of(work, part, row), part, plan, row}, means);
    }
    for (int row = top; row < end; ++row) {
      flatten_row({row_of(work, part, row), part, plan, row}, means);
    }
  }
}

JpegShape shape_of(const jpeg_decompress_struct& in) {
  JpegShape shape;
  shape.width = static_cast<int>(in.image_width);
  shape.height = static_cast<int>(in.image_height);
  // A picture of one component is cut into single blocks, whatever its factors say.
  const bool is_grey = in.num_components == 1;
  shape.unit_width = DCTSIZE * (is_grey ? 1 : in.max_h_samp_factor);
  shape.unit_height = DCTSIZE * (is_grey ? 1 : in.max_v_samp_factor);
  return shape;
}

Component component(const Work& work, int number, jvirt_barray_ptr blocks) {
  const jpeg_component_info& info = work.in.comp_info[number];
  const bool is_grey = work.in.num_components == 1;
  return {blocks, static_cast<int>(info.width_in_blocks), static_cast<int>(info.height_in_blocks),
          is_grey ? 1 : info.h_samp_factor, is_grey ? 1 : info.v_samp_factor};
}

// False when libjpeg left with a message. Nothing in here has a destructor; `written` is in Work.
bool run(Work& work, std::string_view jpeg,
         const std::function<FlattenPlan(const JpegShape&)>& plan) {
  if (setjmp(work.leave) != 0) return false;
  set_up(work, jpeg);
  jpeg_read_header(&work.in, TRUE);
  work.is_too_large =
      std::uint64_t{work.in.image_width} * std::uint64_t{work.in.image_height} > kPixelsMax;
  if (work.is_too_large) return false;
  jvirt_barray_ptr* all = jpeg_read_coefficients(&work.in);
  const FlattenPlan wanted = plan(shape_of(work.in));
  for (int number = 0; number < work.in.num_components; ++number) {
    flatten(work, component(work, number, all[number]), wanted);
  }
  jpeg_copy_critical_parameters(&work.in, &work.out);
  jpeg_write_coefficients(&work.out, all);
  jpeg_finish_compress(&work.out);
  return true;
}

}  // namespace

Result<std::string> flattened_jpeg(std::string_view jpeg,
                                   const std::function<FlattenPlan(const JpegShape&)>& plan) {
  Work work;
  if (run(work, jpeg, plan)) return std::move(work.written);
  if (work.is_too_large) {
    return fail(ErrorCode::kTooLarge, "the picture has more than 16 million pixels");
  }
  return fail(ErrorCode::kBadInput,
              std::string("the picture is no JPEG that can be read: ").append(work.message));
}

}  // namespace bas::pictures
