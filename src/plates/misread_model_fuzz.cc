// Models of misreads from any text: refused or usable, and never a crash.
#include "plates/misread_model.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const auto model = bas::plates::MisreadModel::parse({reinterpret_cast<const char*>(bytes), size});
  if (!model) return 0;
  const auto truth = bas::plates::PackedPlate::of("1ABC123").value();
  const double whole = model->likelihood(truth, {.plate = truth});
  if (!(whole >= 0 && whole <= 1)) __builtin_trap();
  if (!bas::plates::MisreadModel::parse(model->text())) __builtin_trap();
  return 0;
}
