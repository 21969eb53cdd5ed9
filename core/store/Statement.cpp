#include "core/store/Statement.h"

#include <SQLiteCpp/Database.h>

#include <limits>

namespace fissure {

double Statement::real() {
    const SQLite::Column value = column();
    return value.isNull() ? std::numeric_limits<double>::quiet_NaN() : value.getDouble();
}

std::string Statement::text() {
    return column().getString();
}

WallTime Statement::time() {
    return WallTime(std::chrono::milliseconds(integer()));
}

bool Statement::isLastNull() const {
    return m_prepared.isColumnNull(m_column - 1);
}

Statement StatementCache::get(std::string_view sql) {
    auto found = m_prepared.find(sql);
    if (found == m_prepared.end()) {
        found = m_prepared.emplace(sql, SQLite::Statement(m_database, std::string(sql))).first;
    }
    return Statement(found->second);
}

} // namespace fissure
