#include "ui/common/Worker.h"

namespace fissure::ui {

Worker::Worker(QObject& owner) : m_owner(owner) {
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // always the same thread: connections to the store belong to one
}

Worker::~Worker() {
    m_pool.clear();
    m_pool.waitForDone();
}

void Worker::start(std::function<void()> job) {
    m_pool.start(std::move(job));
}

} // namespace fissure::ui
