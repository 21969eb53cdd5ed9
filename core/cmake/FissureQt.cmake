# Qt 6 and the settings of every Qt target.
set(FISSURE_QT_COMPONENTS Core Network Test)
if(FISSURE_GUI)
  list(APPEND FISSURE_QT_COMPONENTS Gui Widgets Charts DBus Svg LinguistTools)
endif()
find_package(Qt6 6.4 REQUIRED COMPONENTS ${FISSURE_QT_COMPONENTS})
set(CMAKE_AUTOGEN_PARALLEL 2)
