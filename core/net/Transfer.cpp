#include "core/net/Transfer.h"

#include "core/base/BuildInfo.h"
#include "core/net/PartFile.h"

#include <fmt/format.h>

#include <array>
#include <curl/curl.h>
#include <string_view>
#include <utility>

namespace fissure {

namespace {

constexpr std::chrono::milliseconds kTellInterval{100};
constexpr int kPollMs = 500;
constexpr long kSlowBytesPerSecond = 1024;
constexpr long kMaximumRedirects = 5;

constexpr long kOk = 200;
constexpr long kPartialContent = 206;
constexpr long kFirstRefusal = 400;
constexpr long kNotFound = 404;
constexpr long kGone = 410;
constexpr long kRangeNotSatisfiable = 416;

/// libcurl's own set-up, once in the program and before its first use.
bool isCurlReady() {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ready;
}

Text keptAdvice() {
    return Text("core", "try again: what has come is kept, and the download goes on from there");
}

/// As curl_easy_perform(), but a stop wakes it at once.
CURLcode perform(CURL* easy, const std::stop_token& stop) {
    const std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> multi(curl_multi_init(), &curl_multi_cleanup);
    if (!multi || curl_multi_add_handle(multi.get(), easy) != CURLM_OK) {
        return CURLE_FAILED_INIT;
    }
    CURLcode code = CURLE_ABORTED_BY_CALLBACK;
    {
        const std::stop_callback wake(stop, [&multi] { curl_multi_wakeup(multi.get()); });
        int running = 1;
        while (running > 0 && !stop.stop_requested()) {
            if (curl_multi_perform(multi.get(), &running) != CURLM_OK) {
                code = CURLE_FAILED_INIT;
                break;
            }
            if (running > 0) {
                curl_multi_poll(multi.get(), nullptr, 0, kPollMs, nullptr);
            }
        }
    }
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi.get(), &left)) {
        if (message->msg == CURLMSG_DONE) {
            code = message->data.result;
        }
    }
    curl_multi_remove_handle(multi.get(), easy);
    return code;
}

} // namespace

/// What libcurl needs for one request.
struct Transfer::Curl {
    std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy{curl_easy_init(), &curl_easy_cleanup};
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers{nullptr, &curl_slist_free_all};
    std::array<char, CURL_ERROR_SIZE> words{};

    template <class Value>
    bool set(CURLoption option, Value value) {
        return curl_easy_setopt(easy.get(), option, value) == CURLE_OK;
    }

    long status() const {
        long status = 0;
        curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
        return status;
    }

    std::string header(const char* name) const {
        curl_header* found = nullptr;
        const bool isThere = curl_easy_header(easy.get(), name, 0, CURLH_HEADER, -1, &found) == CURLHE_OK;
        return isThere ? found->value : "";
    }

    /// By what a later request can ask whether the content is still the same one.
    std::string version() const {
        const std::string tag = header("ETag");
        return tag.empty() || tag.starts_with("W/") ? header("Last-Modified") : tag;
    }
};

Transfer::Transfer(const DownloadRequest& request, PartFile& part, const DownloadListener& listener)
    : m_request(request)
    , m_part(part)
    , m_listener(listener) {
    if (isCurlReady()) {
        m_curl = std::make_unique<Curl>();
    }
}

Transfer::~Transfer() = default;

Result<Transfer::Answer> Transfer::run(const std::stop_token& stop) {
    if (!m_curl || !m_curl->easy || !configure()) {
        return failure(unforeseen("libcurl"));
    }
    const CURLcode code = perform(m_curl->easy.get(), stop);
    if (stop.stop_requested() && code != CURLE_OK) {
        return failure(ErrorCode::Stopped, m_request.url, Text("core", "the download was stopped"),
                       keptAdvice());
    }
    if (m_error) {
        return failure(std::move(*m_error));
    }
    const long status = m_curl->status();
    if (m_asked > 0 && status == kRangeNotSatisfiable) {
        return Answer::NothingBehind;
    }
    // Without a reason of ours, only what begin() does not know ends in a writing error.
    const bool isContent = status == kOk || status == kPartialContent;
    if (status >= kFirstRefusal || (code == CURLE_OK && !isContent) || code == CURLE_WRITE_ERROR) {
        return failure(refused(status));
    }
    if (code != CURLE_OK) {
        return failure(failed(code));
    }
    tell();
    return Answer::Complete;
}

bool Transfer::configure() {
    Curl& curl = *m_curl;
    // What begins encrypted stays so.
    const char* protocols = m_request.url.starts_with("https:") ? "https" : "http,https";
    const auto patience = static_cast<long>(m_request.patience.count());
    const curl_write_callback write = [](char* data, std::size_t, std::size_t size, void* self) {
        const auto bytes = std::as_bytes(std::span(data, size));
        return static_cast<Transfer*>(self)->take(bytes) ? size : 0;
    };
    askForTheRest();
    return curl.set(CURLOPT_URL, m_request.url.c_str()) && curl.set(CURLOPT_PROTOCOLS_STR, protocols) &&
           curl.set(CURLOPT_REDIR_PROTOCOLS_STR, protocols) && curl.set(CURLOPT_FOLLOWLOCATION, 1L) &&
           curl.set(CURLOPT_MAXREDIRS, kMaximumRedirects) && curl.set(CURLOPT_FAILONERROR, 1L) &&
           curl.set(CURLOPT_NOSIGNAL, 1L) && curl.set(CURLOPT_QUICK_EXIT, 1L) &&
           curl.set(CURLOPT_CONNECTTIMEOUT, patience) && curl.set(CURLOPT_LOW_SPEED_TIME, patience) &&
           curl.set(CURLOPT_LOW_SPEED_LIMIT, kSlowBytesPerSecond) &&
           curl.set(CURLOPT_USERAGENT, fmt::format("fissure/{}", programVersion()).c_str()) &&
           curl.set(CURLOPT_ERRORBUFFER, curl.words.data()) && curl.set(CURLOPT_WRITEFUNCTION, write) &&
           curl.set(CURLOPT_WRITEDATA, this);
}

/// Not CURLOPT_RESUME_FROM: with that, libcurl fails where a server sends the whole instead.
void Transfer::askForTheRest() {
    m_asked = m_part.size();
    if (m_asked == 0) {
        return;
    }
    m_curl->set(CURLOPT_RANGE, fmt::format("{}-", m_asked).c_str());
    if (const std::string version = m_part.version(); !version.empty()) {
        m_curl->headers.reset(curl_slist_append(nullptr, ("If-Range: " + version).c_str()));
        m_curl->set(CURLOPT_HTTPHEADER, m_curl->headers.get());
    }
}

bool Transfer::take(std::span<const std::byte> bytes) {
    if (!m_hasBegun && !begin()) {
        return false;
    }
    m_hasBegun = true;
    if (auto appended = m_part.append(bytes); !appended) {
        m_error = std::move(appended.error());
        return false;
    }
    if (const auto now = std::chrono::steady_clock::now(); now >= m_nextTell) {
        m_nextTell = now + kTellInterval;
        tell();
    }
    return true;
}

/// Before the first bytes: what they are.
bool Transfer::begin() {
    const long status = m_curl->status();
    if (status == kPartialContent) {
        if (!m_curl->header("Content-Range").starts_with(fmt::format("bytes {}-", m_asked))) {
            m_error = {ErrorCode::Unreachable, m_request.url,
                       Text("core", "the server sends another part than the one it was asked for"), ""};
            m_part.remove();
            return false;
        }
    } else if (status == kOk) {
        // All of it, whatever was asked for: the server knows no parts, or has other content by now.
        if (auto restarted = m_part.restart(m_curl->version()); !restarted) {
            m_error = std::move(restarted.error());
            return false;
        }
    } else {
        return false;
    }
    curl_off_t length = -1;
    curl_easy_getinfo(m_curl->easy.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &length);
    if (length >= 0) {
        m_progress.totalBytes = m_part.size() + length;
    }
    return true;
}

void Transfer::tell() {
    if (!m_listener) {
        return;
    }
    curl_off_t speed = 0;
    curl_easy_getinfo(m_curl->easy.get(), CURLINFO_SPEED_DOWNLOAD_T, &speed);
    m_progress.doneBytes = m_part.size();
    m_progress.bytesPerSecond = static_cast<double>(speed);
    m_listener(m_progress);
}

Error Transfer::refused(long status) const {
    if (status == kNotFound || status == kGone) {
        return {ErrorCode::NotFound, m_request.url,
                Text("core", "the server does not have it (%1)").with(status),
                Text("core", "check the address")};
    }
    return {ErrorCode::Unreachable, m_request.url, Text("core", "the server refuses it (%1)").with(status),
            Text("core", "try again later")};
}

Error Transfer::failed(int code) const {
    const auto unreachable = [this](Text cause, Text advice) {
        return Error{ErrorCode::Unreachable, m_request.url, std::move(cause), std::move(advice)};
    };
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return unreachable(Text("core", "the server's name is not known"),
                           Text("core", "check the network and the address"));
    case CURLE_COULDNT_CONNECT:
        return unreachable(Text("core", "the server cannot be reached"),
                           Text("core", "check the network, or try again later"));
    case CURLE_OPERATION_TIMEDOUT:
        return unreachable(
            Text("core", "the server has sent next to nothing for %1 s").with(m_request.patience.count()),
            keptAdvice());
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
        return unreachable(Text("core", "the connection is not secure: %1").with(m_curl->words.data()),
                           Text("core", "check the clock and the certificates of this computer"));
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_TOO_MANY_REDIRECTS:
        return unreachable(Text("core", "the server leads on to an address that is not followed: %1")
                               .with(m_curl->words.data()),
                           "");
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
        return unreachable(m_progress.totalBytes
                               ? Text("core", "the connection broke off after %1 of %2 bytes")
                                     .with(m_part.size(), *m_progress.totalBytes)
                               : Text("core", "the connection broke off"),
                           keptAdvice());
    default:
        return unreachable(Text("core", "the download failed: %1")
                               .with(m_curl->words.front() != '\0'
                                         ? m_curl->words.data()
                                         : curl_easy_strerror(static_cast<CURLcode>(code))),
                           "");
    }
}

} // namespace fissure
