#include "tests/support/HttpServer.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace fissure::test {

namespace {

constexpr int kTickMs = 20;
constexpr int kPatienceMs = 5'000;

QByteArray readHead(QTcpSocket& socket) {
    QByteArray head;
    while (!head.contains("\r\n\r\n") && socket.waitForReadyRead(kPatienceMs)) {
        head += socket.readAll();
    }
    return head;
}

/// The value of a header, empty where it is missing.
QByteArray valueOf(const QByteArray& head, const QByteArray& name) {
    for (const QByteArray& line : head.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ": ")) {
            return line.mid(name.size() + 2).trimmed();
        }
    }
    return {};
}

/// The first byte that is asked for.
std::int64_t firstByte(const QByteArray& head, const HttpBehaviour& how) {
    const QByteArray range = valueOf(head, "Range");
    const QByteArray condition = valueOf(head, "If-Range");
    const bool isOther = !condition.isEmpty() && condition != how.version;
    return how.knowsRanges && !isOther && range.startsWith("bytes=")
               ? range.mid(6, range.indexOf('-') - 6).toLongLong()
               : 0;
}

QByteArray refusal(int status, const QByteArray& more = {}) {
    return "HTTP/1.1 " + QByteArray::number(status) + " Sorry\r\n" + more +
           "Content-Length: 5\r\nConnection: close\r\n\r\nsorry";
}

QByteArray answerTo(const QByteArray& head, const HttpBehaviour& how) {
    if (!how.location.isEmpty()) {
        return refusal(302, "Location: " + how.location + "\r\n");
    }
    if (how.refusal != 0) {
        return refusal(how.refusal);
    }
    const std::int64_t first = firstByte(head, how);
    const QByteArray size = QByteArray::number(how.content.size());
    if (first > 0 && first >= how.content.size()) {
        return refusal(416, "Content-Range: bytes */" + size + "\r\n");
    }
    QByteArray answer = first > 0 ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " +
                                        QByteArray::number(qint64(first)) + "-" +
                                        QByteArray::number(how.content.size() - 1) + "/" + size + "\r\n"
                                  : QByteArray("HTTP/1.1 200 OK\r\n");
    if (!how.version.isEmpty()) {
        answer += "ETag: " + how.version + "\r\n";
    }
    return answer + "Content-Length: " + QByteArray::number(how.content.size() - qint64(first)) +
           "\r\nConnection: close\r\n\r\n" + how.content.mid(qint64(first));
}

} // namespace

HttpServer::HttpServer() {
    std::promise<std::uint16_t> port;
    std::future<std::uint16_t> told = port.get_future();
    m_thread = std::jthread([this, port = std::move(port)](const std::stop_token& stop) mutable {
        serve(stop, std::move(port));
    });
    m_port = told.get();
}

std::string HttpServer::url() const {
    return "http://127.0.0.1:" + std::to_string(m_port) + "/";
}

void HttpServer::setBehaviour(HttpBehaviour behaviour) {
    const std::lock_guard lock(m_mutex);
    m_behaviour = std::move(behaviour);
}

std::vector<std::string> HttpServer::requests() const {
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void HttpServer::serve(const std::stop_token& stop, std::promise<std::uint16_t> port) {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    port.set_value(server.serverPort());
    while (!stop.stop_requested()) {
        if (server.waitForNewConnection(kTickMs)) {
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            answer(*socket, stop);
        }
    }
}

void HttpServer::answer(QTcpSocket& socket, const std::stop_token& stop) {
    const QByteArray head = readHead(socket);
    HttpBehaviour how;
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(head.toStdString());
        how = m_behaviour;
    }
    QByteArray bytes = answerTo(head, how);
    const auto start = bytes.indexOf("\r\n\r\n") + 4;
    const std::int64_t limit = std::max(how.cutAfter, how.stallAfter);
    if (limit >= 0) {
        bytes.truncate(start + qint64(limit));
    }
    socket.write(bytes);
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(kPatienceMs)) {
    }
    while (how.stallAfter >= 0 && !stop.stop_requested() &&
           socket.state() == QAbstractSocket::ConnectedState) {
        socket.waitForReadyRead(kTickMs);
    }
    socket.disconnectFromHost();
    if (socket.state() != QAbstractSocket::UnconnectedState) {
        socket.waitForDisconnected(kPatienceMs);
    }
}

} // namespace fissure::test
