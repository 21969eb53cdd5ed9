<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>RunText</name>
    <message numerus="yes">
        <source>all %n epoch(s) are done</source>
        <translation>
            <numerusform>the only epoch is done</numerusform>
            <numerusform>all %n epochs are done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped early after epoch %1: no lower loss in %n epoch(s)</source>
        <translation>
            <numerusform>stopped early after epoch %1: no lower loss in %n epoch</numerusform>
            <numerusform>stopped early after epoch %1: no lower loss in %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped by the user after %n whole epoch(s)</source>
        <translation>
            <numerusform>stopped by the user after %n whole epoch</numerusform>
            <numerusform>stopped by the user after %n whole epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::BuildView</name>
    <message numerus="yes">
        <source>Ready to cut up %n photograph(s).</source>
        <translation>
            <numerusform>Ready to cut up %n photograph.</numerusform>
            <numerusform>Ready to cut up %n photographs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::ComparePanel</name>
    <message numerus="yes">
        <source>%n settings differ; they come first.</source>
        <translation>
            <numerusform>%n setting differs; it comes first.</numerusform>
            <numerusform>%n settings differ; they come first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::ConfigForm</name>
    <message numerus="yes">
        <source>%1 (%n changed)</source>
        <translation>
            <numerusform>%1 (%n changed)</numerusform>
            <numerusform>%1 (%n changed)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::ConfigurationTab</name>
    <message numerus="yes">
        <source>%n settings differ from the defaults.</source>
        <translation>
            <numerusform>%n settings differ from the defaults.</numerusform>
            <numerusform>%n settings differ from the defaults.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::DataPage</name>
    <message numerus="yes">
        <source>%1 %n photograph(s) had not changed since the last build.</source>
        <translation>
            <numerusform>%1 %n photograph had not changed since the last build.</numerusform>
            <numerusform>%1 %n photographs had not changed since the last build.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 Of the other files in the folder, %n would be taken for proposals, the first of them %2.</source>
        <translation>
            <numerusform>%1 Of the other files in the folder, %n would be taken for a proposal: %2.</numerusform>
            <numerusform>%1 Of the other files in the folder, %n would be taken for proposals, the first of them %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::DatasetDetail</name>
    <message numerus="yes">
        <source>Used by %n run(s): %1.</source>
        <translation>
            <numerusform>Used by %n run: %1.</numerusform>
            <numerusform>Used by %n runs: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or box(es) that the build left out</source>
        <translation>
            <numerusform>%n file or box that the build left out</numerusform>
            <numerusform>%n files or boxes that the build left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::DatasetPreview</name>
    <message numerus="yes">
        <source>%n rejected file(s)</source>
        <translation>
            <numerusform>%n rejected file</numerusform>
            <numerusform>%n rejected files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::DatasetTableModel</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::FilesTab</name>
    <message numerus="yes">
        <source>%n files skipped</source>
        <translation>
            <numerusform>%n files skipped</numerusform>
            <numerusform>%n files skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::LaunchWiring</name>
    <message numerus="yes">
        <source>%n queued run(s) could not be read by this version and were left out.</source>
        <translation>
            <numerusform>%n queued run could not be read by this version and was left out.</numerusform>
            <numerusform>%n queued runs could not be read by this version and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::LiveHeader</name>
    <message numerus="yes">
        <source>%1, %2, %n thread(s)</source>
        <translation>
            <numerusform>%1, %2, %n thread</numerusform>
            <numerusform>%1, %2, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::NoteLine</name>
    <message numerus="yes">
        <source>%n case(s)</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::Preflight</name>
    <message numerus="yes">
        <source>Accept the %n warning(s) above to start.</source>
        <translation>
            <numerusform>Accept the %n warning above to start.</numerusform>
            <numerusform>Accept the %n warnings above to start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::PreflightPanel</name>
    <message numerus="yes">
        <source>Start in spite of %n warning(s)</source>
        <translation>
            <numerusform>Start in spite of %n warning</numerusform>
            <numerusform>Start in spite of %n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::RecipeForm</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s), all with ground truth.</source>
        <translation>
            <numerusform>%n photograph, with ground truth.</numerusform>
            <numerusform>%n photographs, all with ground truth.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s) with ground truth of %1.</source>
        <translation>
            <numerusform>%n photograph with ground truth of %1.</numerusform>
            <numerusform>%n photographs with ground truth of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunFilterBar</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunStatusBar</name>
    <message numerus="yes">
        <source>%n queued, held</source>
        <translation>
            <numerusform>%n queued, held</numerusform>
            <numerusform>%n queued, held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunTableModel</name>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n epochs</numerusform>
            <numerusform>%n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>fissure::ui::RunsPage</name>
    <message numerus="yes">
        <source>Delete %n runs?</source>
        <translation>
            <numerusform>Delete %n run?</numerusform>
            <numerusform>Delete %n runs?</numerusform>
        </translation>
    </message>
</context>
</TS>
