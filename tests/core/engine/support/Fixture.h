#pragma once

#include <QJsonObject>

#include <string>

namespace fissure::test {

/// A JSON file of tests/data/engine, made by a script of tests/reference. Ends the test program where it is
/// missing.
QJsonObject readFixture(const std::string& name);

} // namespace fissure::test
