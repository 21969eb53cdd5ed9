#!/usr/bin/env python3
"""Each invariant is broken once, and check_includes.py has to notice."""
import unittest

from check_includes import slips_in


class FindsSlips(unittest.TestCase):
    def expect(self, path, line, part):
        slips = list(slips_in(path, line + "\n"))
        self.assertEqual(len(slips), 1, slips)
        self.assertIn(part, slips[0])

    def test_dependencies_point_one_way(self):
        self.expect("core/base/A.h", '#include "core/config/RunConfig.h"', "may not include")
        self.expect("core/store/A.cpp", '#include "core/engine/Trainer.h"', "may not include")
        self.expect("core/engine/A.cpp", '#include "core/store/RunStore.h"', "may not include")
        self.expect("core/session/A.cpp", '#include "ui/common/Banner.h"', "may not include")

    def test_the_session_is_the_only_door_to_the_engine(self):
        self.expect("ui/live/A.cpp", '#include "core/engine/Trainer.h"', "may not include")
        self.expect("app/cli/A.cpp", '#include "core/engine/Trainer.h"', "may not include")

    def test_libraries_stay_in_their_rooms(self):
        self.expect("core/session/A.h", "#include <torch/torch.h>", "LibTorch")
        self.expect("ui/gallery/A.cpp", "#include <opencv2/core.hpp>", "OpenCV")
        self.expect("core/data/Masks.h", "#include <opencv2/core.hpp>", "OpenCV")
        self.expect("ui/runs/A.cpp", "#include <SQLiteCpp/Database.h>", "SQLite")
        self.expect("core/net/Download.h", "#include <curl/curl.h>", "libcurl")
        self.expect("core/data/A.cpp", "#include <QString>", "Qt")

    def test_features_do_not_know_each_other(self):
        self.expect("ui/live/A.cpp", '#include "ui/launch/LaunchPage.h"', "features")
        self.expect("ui/common/A.cpp", '#include "ui/launch/LaunchPage.h"', "share")

    def test_sql_stays_in_the_store(self):
        self.expect("app/cli/A.cpp", 'const char* query = "SELECT id FROM runs";', "SQL")

    def test_what_is_allowed_is_not_reported(self):
        self.assertEqual(list(slips_in("ui/live/A.cpp", '#include "ui/run/RunController.h"\n')), [])
        self.assertEqual(list(slips_in("core/engine/A.cpp", "#include <torch/torch.h>\n")), [])
        self.assertEqual(list(slips_in("core/session/A.cpp", '#include "core/engine/Trainer.h"\n')), [])


if __name__ == "__main__":
    unittest.main()
