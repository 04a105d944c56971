#pragma once
#include <QTest>

/// For tests that wait with QTRY_COMPARE and QTRY_VERIFY: Qt 6.8 (Debian 13) narrows an integer within these macros,
/// and a warning is an error here. Include it last.
#pragma GCC diagnostic ignored "-Wconversion"
