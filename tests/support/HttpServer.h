#pragma once

#include <QByteArray>

#include <cstdint>
#include <future>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

class QTcpSocket;

namespace fissure::test {

/// How a server answers, whatever it is asked for.
struct HttpBehaviour {
    QByteArray content{};
    QByteArray version = "\"one\""; ///< its ETag; empty: none
    bool knowsRanges = true;
    int refusal = 0;              ///< a status such as 404 instead of the content
    QByteArray location{};        ///< an address to which it leads on instead
    std::int64_t cutAfter = -1;   ///< closes the connection after so many bytes of its answer
    std::int64_t stallAfter = -1; ///< keeps silent after so many bytes, until the other side goes
};

/// A small HTTP server on this machine, on a thread of its own: one request a connection, one connection at a
/// time.
class HttpServer {
public:
    HttpServer();

    /// "http://127.0.0.1:41234/"
    std::string url() const;
    void setBehaviour(HttpBehaviour behaviour);
    /// The heads of all requests so far.
    std::vector<std::string> requests() const;

private:
    void serve(const std::stop_token& stop, std::promise<std::uint16_t> port);
    void answer(QTcpSocket& socket, const std::stop_token& stop);

    mutable std::mutex m_mutex;
    HttpBehaviour m_behaviour;
    std::vector<std::string> m_requests;
    std::uint16_t m_port = 0;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace fissure::test
