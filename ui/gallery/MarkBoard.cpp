#include "ui/gallery/MarkBoard.h"

#include "ui/run/RunLibrary.h"

#include <algorithm>
#include <utility>

namespace fissure::ui {

MarkBoard::MarkBoard(RunLibrary& library, QObject* parent) : QObject(parent), m_library(library) {
    connect(&m_library, &RunLibrary::storeChanged, this, &MarkBoard::read);
    connect(&m_library, &RunLibrary::written, this, &MarkBoard::onWritten);
    connect(&m_library, &RunLibrary::failed, this, &MarkBoard::onFailed);
    connect(&m_library, &RunLibrary::marksLoaded, this, [this](quint64 request, const Marks& marks) {
        if (request == m_readRequest) {
            m_readError.reset();
            m_stored = marks;
            show();
        }
    });
}

void MarkBoard::setFolder(const std::string& folder) {
    if (folder == m_folder) {
        return;
    }
    m_folder = folder;
    m_stored.clear();
    m_readRequest = 0;
    m_readError.reset();
    show();
    read();
}

void MarkBoard::setMark(const std::string& file, std::optional<Mark> mark) {
    m_pending.push_back({m_library.setMark(m_folder, file, mark), m_folder, file, mark});
    show();
}

void MarkBoard::read() {
    if (!m_folder.empty()) {
        m_readRequest = m_library.loadMarks(m_folder);
    }
}

void MarkBoard::onWritten(quint64 request) {
    if (const auto write = takePending(request)) {
        apply(*write, m_stored);
        show();
    }
}

void MarkBoard::onFailed(quint64 request, const Error& error) {
    if (takePending(request)) {
        show();
        Q_EMIT failed(error);
    } else if (request != 0 && request == m_readRequest && m_readError != error) {
        m_readError = error;
        Q_EMIT failed(error);
    }
}

std::optional<MarkBoard::Write> MarkBoard::takePending(quint64 request) {
    const auto found = std::ranges::find(m_pending, request, &Write::request);
    if (found == m_pending.end()) {
        return std::nullopt;
    }
    Write write = std::move(*found);
    m_pending.erase(found);
    return write;
}

void MarkBoard::apply(const Write& write, Marks& marks) const {
    if (write.folder == m_folder) {
        fissure::setMark(marks, write.file, write.mark);
    }
}

void MarkBoard::show() {
    Marks marks = m_stored;
    for (const Write& write : m_pending) {
        apply(write, marks);
    }
    if (marks != m_shown) {
        m_shown = std::move(marks);
        Q_EMIT changed();
    }
}

} // namespace fissure::ui
