# Embeds every file of the given resource folders into a target without Qt: core/embedded.h finds them by path.
function(lockstep_embed target)
    set(entries "")
    foreach(folder IN LISTS ARGN)
        file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*)
        foreach(file IN LISTS files)
            set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
            file(READ ${file} content)
            file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR}/resources ${file})
            string(APPEND entries "    {\"${path}\", R\"~embedded~(${content})~embedded~\"},\n")
        endforeach()
    endforeach()
    set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp)
    file(GENERATE OUTPUT ${generated} CONTENT
"#include \"core/embedded.h\"
#include <array>
namespace lockstep {
std::span<const EmbeddedFile> embeddedFiles()
{
    static constexpr auto all = std::to_array<EmbeddedFile>({
${entries}    });
    return all;
}
} // namespace lockstep
")
    target_sources(${target} PRIVATE ${generated})
endfunction()
