# Warnings are errors for our own code; sanitizers and the linker are chosen here, once.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(bas_flags INTERFACE)
target_include_directories(bas_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(bas_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -fno-omit-frame-pointer
  -fstack-protector-strong)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # What g++ does not count to -Wconversion, and what libstdc++ 12 itself calls deprecated.
  target_compile_options(bas_flags INTERFACE -Wno-sign-conversion -Wno-deprecated-declarations)
endif()
if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Joined sources look like headers to this warning.
  target_compile_options(bas_flags INTERFACE -Wno-subobject-linkage)
endif()
target_compile_definitions(bas_flags INTERFACE BAS_VERSION="${PROJECT_VERSION}")

foreach(sanitizer ${BAS_SANITIZE})
  add_compile_options(-fsanitize=${sanitizer})
  add_link_options(-fsanitize=${sanitizer})
endforeach()
if("undefined" IN_LIST BAS_SANITIZE)
  add_compile_options(-fno-sanitize-recover=all)
endif()
if(BAS_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(BAS_HARDENING)
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-clash-protection)
  add_compile_options(-fcf-protection)
  add_link_options(-pie -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
