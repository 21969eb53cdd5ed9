#include "core/data/Coco.h"

#include "core/base/Files.h"
#include "core/data/GroundTruth.h"
#include "core/data/JsonText.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace fissure {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

/// What is wrong with an entry; becomes an Error where the file is known.
using Checked = tl::expected<void, Text>;

/// Ids are numbers in the format's description and texts in some tools' output.
tl::expected<std::string, Text> idOf(const Json& entry, const char* key) {
    const auto found = entry.find(key);
    if (found == entry.end() || !(found->is_number_integer() || found->is_string())) {
        return tl::make_unexpected(Text("core", "it has no %1").with(key));
    }
    return found->is_string() ? found->get<std::string>() : std::to_string(found->get<std::int64_t>());
}

int sideOf(const Json& entry, const char* key) {
    const auto found = entry.find(key);
    return found != entry.end() && found->is_number_integer() ? found->get<int>() : 0;
}

/// Numbers of a list, if it holds nothing else; far beyond any image they are none.
std::optional<std::vector<double>> numbersIn(const Json& list) {
    std::vector<double> numbers;
    for (const Json& value : list) {
        if (!value.is_number() || !(std::abs(value.get<double>()) < 1e9)) {
            return std::nullopt;
        }
        numbers.push_back(value.get<double>());
    }
    return numbers;
}

/// The box of an annotation; none where it says that there is no crack.
using CheckedBox = tl::expected<std::optional<Box>, Text>;

CheckedBox boxOfBounds(const Json& bbox) {
    const auto numbers = numbersIn(bbox);
    if (!numbers || numbers->size() != 4) {
        return tl::make_unexpected(
            Text("core", "its bbox %1 is not [x, y, width, height]").with(bbox.dump()));
    }
    const double x = (*numbers)[0];
    const double y = (*numbers)[1];
    const double width = (*numbers)[2];
    const double height = (*numbers)[3];
    if (width == 0.0 && height == 0.0) {
        return std::nullopt;
    }
    return boxBetween(x, y, x + width, y + height);
}

CheckedBox boxOfPolygons(const Json& polygons) {
    std::vector<double> x;
    std::vector<double> y;
    for (const Json& polygon : polygons) {
        const bool isList = polygons.is_array() && polygon.is_array(); // a run-length code is an object
        const auto numbers = isList ? numbersIn(polygon) : std::nullopt;
        if (!numbers || numbers->size() < 6 || numbers->size() % 2 != 0) {
            return tl::make_unexpected(Text(
                "core", "it has no bbox, and its segmentation is no list of polygons [x1, y1, x2, y2, ...]"));
        }
        for (std::size_t i = 0; i < numbers->size(); i += 2) {
            x.push_back((*numbers)[i]);
            y.push_back((*numbers)[i + 1]);
        }
    }
    return boxBetween(std::ranges::min(x), std::ranges::min(y), std::ranges::max(x), std::ranges::max(y));
}

CheckedBox boxOf(const Json& annotation) {
    const auto bbox = annotation.find("bbox");
    const auto segmentation = annotation.find("segmentation");
    const bool hasBounds = bbox != annotation.end() && bbox->is_array();
    const bool isSegmented = segmentation != annotation.end() && !segmentation->empty();
    if (hasBounds && !bbox->empty()) {
        return boxOfBounds(*bbox);
    }
    if (isSegmented) {
        return boxOfPolygons(*segmentation);
    }
    if (!hasBounds) {
        return tl::make_unexpected(Text("core", "it has neither bbox nor segmentation"));
    }
    return std::nullopt;
}

class Reader {
public:
    Checked addImage(const Json& entry) {
        const auto id =
            entry.is_object() ? idOf(entry, "id") : tl::make_unexpected(Text("core", "it is not an object"));
        if (!id) {
            return tl::make_unexpected(id.error());
        }
        const auto name = entry.find("file_name");
        if (name == entry.end() || !name->is_string()) {
            return tl::make_unexpected(Text("core", "it has no %1").with("file_name"));
        }
        if (!m_byId.emplace(*id, m_images.size()).second) {
            return tl::make_unexpected(Text("core", "it has the id %1 of another image").with(*id));
        }
        m_images.push_back({name->get<std::string>(), sideOf(entry, "width"), sideOf(entry, "height"), {}});
        return {};
    }

    Checked addAnnotation(const Json& entry) {
        const auto id = entry.is_object() ? idOf(entry, "image_id")
                                          : tl::make_unexpected(Text("core", "it is not an object"));
        if (!id) {
            return tl::make_unexpected(id.error());
        }
        const auto image = m_byId.find(*id);
        if (image == m_byId.end()) {
            return tl::make_unexpected(Text("core", "it names the image %1, which is not there").with(*id));
        }
        const auto box = boxOf(entry);
        if (!box) {
            return tl::make_unexpected(box.error());
        }
        if (*box) {
            m_images[image->second].boxes.push_back(**box);
        }
        return {};
    }

    std::vector<CocoImage> takeImages() { return std::move(m_images); }

private:
    std::vector<CocoImage> m_images;
    std::unordered_map<std::string, std::size_t> m_byId;
};

template <class Add>
Result<void> forEachEntry(const Json& document, const char* list, const std::string& origin, Add add) {
    const auto found = document.is_object() ? document.find(list) : document.end();
    if (!document.is_object() || found == document.end() || !found->is_array()) {
        return failure(ErrorCode::WrongFormat, origin, Text("core", "it has no list \"%1\"").with(list));
    }
    for (std::size_t i = 0; i < found->size(); ++i) {
        if (const Checked added = add((*found)[i]); !added) {
            return failure(ErrorCode::WrongFormat, origin,
                           Text("core", "%1: %2").with(fmt::format("{}[{}]", list, i), added.error()));
        }
    }
    return {};
}

} // namespace

Result<std::vector<CocoImage>> readCoco(const fs::path& file) {
    const auto text = readTextFile(file);
    if (!text) {
        return failure(text.error());
    }
    const std::string origin = file.string();
    const auto document = parseJson(*text);
    if (!document) {
        return failure(ErrorCode::WrongFormat, origin, document.error());
    }
    Reader reader;
    auto read =
        forEachEntry(*document, "images", origin, [&](const Json& entry) { return reader.addImage(entry); });
    if (read) {
        read = forEachEntry(*document, "annotations", origin,
                            [&](const Json& entry) { return reader.addAnnotation(entry); });
    }
    if (!read) {
        return failure(std::move(read.error()));
    }
    std::vector<CocoImage> images = reader.takeImages();
    if (images.empty()) {
        return failure(ErrorCode::Empty, origin, Text("core", "it lists no images"));
    }
    return images;
}

std::string toCocoJson(const std::vector<CocoImage>& images) {
    OrderedJson imageList = OrderedJson::array();
    OrderedJson annotations = OrderedJson::array();
    const auto annotate = [&](std::size_t image, OrderedJson bbox, std::int64_t area) {
        annotations.push_back({{"id", annotations.size()},
                               {"image_id", image},
                               {"category_id", 1},
                               {"bbox", std::move(bbox)},
                               {"area", area},
                               {"iscrowd", 0}});
    };
    for (std::size_t i = 0; i < images.size(); ++i) {
        const CocoImage& image = images[i];
        imageList.push_back(
            {{"id", i}, {"file_name", image.fileName}, {"width", image.width}, {"height", image.height}});
        for (const Box& box : image.boxes) {
            annotate(i, {box.x, box.y, box.width, box.height}, box.area());
        }
        if (image.boxes.empty()) {
            annotate(i, OrderedJson::array(), 0);
        }
    }
    const OrderedJson document{{"images", std::move(imageList)},
                               {"annotations", std::move(annotations)},
                               {"categories", {{{"id", 1}, {"name", "crack"}}}}};
    return document.dump(1, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

} // namespace fissure
