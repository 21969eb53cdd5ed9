#pragma once

#include "core/net/Download.h"

#include <memory>
#include <span>

namespace fissure {

class PartFile;

/// One request to a server, by libcurl: asks for what is behind the part and appends what comes. Lives as
/// long as its one run().
class Transfer {
public:
    enum class Answer {
        Complete,     ///< all that the server has is there
        NothingBehind ///< the server has nothing from the end of the part on
    };

    /// All three must outlive the transfer.
    Transfer(const DownloadRequest& request, PartFile& part, const DownloadListener& listener);
    ~Transfer();
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    /// Fails as download() does; the part keeps what came.
    Result<Answer> run(const std::stop_token& stop);

private:
    struct Curl;

    bool configure();
    void askForTheRest();
    bool take(std::span<const std::byte> bytes);
    bool begin();
    void tell();
    Error failed(int code) const;
    Error refused(long status) const;

    const DownloadRequest& m_request;
    PartFile& m_part;
    const DownloadListener& m_listener;
    std::unique_ptr<Curl> m_curl;
    std::int64_t m_asked = 0; ///< byte from which on the server was asked
    bool m_hasBegun = false;
    DownloadProgress m_progress;
    std::chrono::steady_clock::time_point m_nextTell{};
    std::optional<Error> m_error; ///< what ended it from our side
};

} // namespace fissure
