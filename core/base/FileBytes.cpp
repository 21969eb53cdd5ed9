#include "core/base/FileBytes.h"

#include "core/base/Descriptor.h"

#include <sys/mman.h>

namespace fissure {

FileBytes FileBytes::map(const Descriptor& file, std::size_t size) {
    FileBytes mapped;
    void* start = size == 0 ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (start != MAP_FAILED) {
        mapped.m_mapped = {static_cast<const std::byte*>(start), Unmap{size}};
    }
    return mapped;
}

void FileBytes::Unmap::operator()(const std::byte* start) const {
    ::munmap(const_cast<std::byte*>(start), size);
}

} // namespace fissure
