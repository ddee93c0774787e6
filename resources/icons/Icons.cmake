# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the icons named in resources/icons/icons.txt from an installed Breeze icon theme (Debian: breeze-icon-theme)
# into the program as :/icons/16/NAME.svg and :/icons/22/NAME.svg.

set(DESKHAND_ICON_THEME_DIR "/usr/share/icons/breeze" CACHE PATH "Folder of the Breeze icon theme")

function(deskhand_add_icons target)
    set(list "${CMAKE_SOURCE_DIR}/resources/icons/icons.txt")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${list}")
    file(STRINGS "${list}" names REGEX "^[a-z]")
    set(entries "")
    foreach(name IN LISTS names)
        set(found FALSE)
        foreach(size 16 22)
            foreach(folder actions status places)
                set(picture "${DESKHAND_ICON_THEME_DIR}/${folder}/${size}/${name}.svg")
                if(EXISTS "${picture}")
                    # The theme is full of links; the resource compiler wants the file.
                    file(REAL_PATH "${picture}" picture)
                    string(APPEND entries "        <file alias=\"${size}/${name}.svg\">${picture}</file>\n")
                    set(found TRUE)
                    break()
                endif()
            endforeach()
        endforeach()
        if(NOT found)
            message(FATAL_ERROR "Icon ${name} is not in ${DESKHAND_ICON_THEME_DIR}: install breeze-icon-theme "
                                "or set DESKHAND_ICON_THEME_DIR")
        endif()
    endforeach()
    set(qrc "${CMAKE_CURRENT_BINARY_DIR}/icons.qrc")
    file(CONFIGURE OUTPUT "${qrc}" CONTENT
         "<RCC>\n    <qresource prefix=\"/icons\">\n${entries}    </qresource>\n</RCC>\n")
    target_sources(${target} PRIVATE "${qrc}")
endfunction()
