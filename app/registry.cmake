# The folder is the registry: each FOLDER/NAME.cpp defines `const TYPE NAME` in namespace lockstep::SPACE,
# and FUNCTION() lists them all, in the order of their names. A new one is a new file and no other edit.
function(lockstep_registry target folder type space function header)
    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
    set(declared "")
    set(listed "")
    set(count 0)
    foreach(file IN LISTS files)
        get_filename_component(name ${file} NAME_WE)
        string(APPEND declared "extern const ${type} ${name};\n")
        string(APPEND listed "&${space}::${name}, ")
        math(EXPR count "${count} + 1")
    endforeach()
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/registry_${space}.cpp)
    file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT
"#include \"@header@\"
#include <array>
namespace lockstep {
namespace @space@ {
@declared@}
std::span<const @type@* const> @function@()
{
    static const std::array<const @type@*, @count@> all{@listed@};
    return all;
}
} // namespace lockstep
")
    target_sources(${target} PRIVATE ${generated})
endfunction()
