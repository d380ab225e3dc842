# bas_folder(NAME USES lower folders… LIBS third-party targets…)
# One static library from src/NAME/*.cc and one test program NAME_test from src/NAME/*_test.cc.
function(bas_folder name)
  cmake_parse_arguments(ARG "" "" "USES;LIBS;TEST_USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cc)
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cc$|/main\\.cc$")
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(TRANSFORM ARG_USES PREPEND bas_)
  list(TRANSFORM ARG_TEST_USES PREPEND bas_)
  if(sources)
    add_library(bas_${name} STATIC ${sources})
    target_link_libraries(bas_${name} PUBLIC bas_flags ${ARG_USES} ${ARG_LIBS})
  else()
    add_library(bas_${name} INTERFACE)
    target_link_libraries(bas_${name} INTERFACE bas_flags ${ARG_USES} ${ARG_LIBS})
  endif()
  if(BAS_TESTS AND tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE bas_${name} ${ARG_TEST_USES} GTest::gtest
      GTest::gmock GTest::gtest_main rapidcheck)
    # A test's own lines run once; optimising them costs more than it brings.
    target_compile_options(${name}_test PRIVATE -O0)
    add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
  if(BAS_FUZZ)
    file(GLOB fuzzers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_fuzz.cc)
    foreach(fuzzer ${fuzzers})
      get_filename_component(target ${fuzzer} NAME_WE)
      add_executable(${target} ${fuzzer})
      target_compile_options(${target} PRIVATE -fsanitize=fuzzer)
      target_link_options(${target} PRIVATE -fsanitize=fuzzer)
      target_link_libraries(${target} PRIVATE bas_${name})
    endforeach()
  endif()
endfunction()

# bas_generated(NAME SOURCE COMMAND program arguments… DEPENDS files…)
# SOURCE, in the folder's build directory, is written by a program and belongs to the library NAME.
function(bas_generated name source)
  cmake_parse_arguments(ARG "" "" "COMMAND;DEPENDS" ${ARGN})
  set(path ${CMAKE_CURRENT_BINARY_DIR}/${source})
  add_custom_command(OUTPUT ${path} COMMAND ${ARG_COMMAND} DEPENDS ${ARG_DEPENDS})
  target_sources(bas_${name} PRIVATE ${path})
  # Joined files are also read by clang-tidy, before anything is built.
  set_source_files_properties(${path} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON
    COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()

# bas_embedded(NAME HEADER NAMESPACE files…)
# The files' texts as the constants that NAME/HEADER declares.
function(bas_embedded name header namespace)
  string(REGEX REPLACE "\\.h$" ".cc" source ${header})
  set(tool ${CMAKE_SOURCE_DIR}/tools/embed_text.py)
  bas_generated(${name} ${source}
    COMMAND python3 ${tool} ${name}/${header} ${namespace} ${CMAKE_CURRENT_BINARY_DIR}/${source}
      ${ARGN}
    DEPENDS ${tool} ${ARGN})
endfunction()
