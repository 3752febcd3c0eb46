<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AgreementLine</name>
        <message numerus="yes">
            <source>%n article(s)</source>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n language(s)</source>
            <translation>
                <numerusform>%n language</numerusform>
                <numerusform>%n languages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) in this article agree</source>
            <translation>
                <numerusform>%n place in this article agrees</numerusform>
                <numerusform>%n places in this article agree</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n differ</source>
            <translation>
                <numerusform>%n differs</numerusform>
                <numerusform>%n differ</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BulkEditDialog</name>
        <message numerus="yes">
            <source>The %n selected</source>
            <translation>
                <numerusform>The one selected</numerusform>
                <numerusform>The %n selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of {all} articles would change</source>
            <translation>
                <numerusform>%n of {all} articles would change</numerusform>
                <numerusform>%n of {all} articles would change</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Change %n article(s)</source>
            <translation>
                <numerusform>Change %n article</numerusform>
                <numerusform>Change %n articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChangedFilesWindow</name>
        <message numerus="yes">
            <source>Reload the %n without unsaved edits</source>
            <translation>
                <numerusform>Reload the %n without unsaved edits</numerusform>
                <numerusform>Reload the %n without unsaved edits</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Changing</name>
        <message numerus="yes">
            <source>%n article(s) are changed</source>
            <translation>
                <numerusform>%n article is changed</numerusform>
                <numerusform>%n articles are changed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChipsEditor</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ColumnsWindow</name>
        <message numerus="yes">
            <source>%n column(s)</source>
            <translation>
                <numerusform>%n column</numerusform>
                <numerusform>%n columns</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CompaniesWindow</name>
        <message numerus="yes">
            <source>%n in the library</source>
            <translation>
                <numerusform>%n in the library</numerusform>
                <numerusform>%n in the library</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CompanyChanges</name>
        <message numerus="yes">
            <source>%n article(s)</source>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n fact(s)</source>
            <translation>
                <numerusform>%n fact</numerusform>
                <numerusform>%n facts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> and %n more</source>
            <translation>
                <numerusform> and %n more</numerusform>
                <numerusform> and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n figures and dates are about it by the new name.</source>
            <translation>
                <numerusform>%n figure or date is about it by the new name.</numerusform>
                <numerusform>%n figures and dates are about it by the new name.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Merge %n companies into</source>
            <translation>
                <numerusform>Merge %n company into</numerusform>
                <numerusform>Merge %n companies into</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) and facts are changed</source>
            <translation>
                <numerusform>%n article and its facts are changed</numerusform>
                <numerusform>%n articles and facts are changed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CompanyList</name>
        <message numerus="yes">
            <source>%n article(s)</source>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CompanyRows</name>
        <message numerus="yes">
            <source>%n fact(s)</source>
            <translation>
                <numerusform>%n fact</numerusform>
                <numerusform>%n facts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CompanyWords</name>
        <message numerus="yes">
            <source>%n fact(s)</source>
            <translation>
                <numerusform>%n fact</numerusform>
                <numerusform>%n facts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Decisions</name>
        <message numerus="yes">
            <source>%n fact(s) left to decide</source>
            <translation>
                <numerusform>%n fact left to decide</numerusform>
                <numerusform>%n facts left to decide</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DropHint</name>
        <message numerus="yes">
            <source>Let go to import %n file(s) and folder(s)</source>
            <translation>
                <numerusform>Let go to import %n file and folder</numerusform>
                <numerusform>Let go to import %n files and folders</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) have no known ending: they come in only if they are text</source>
            <translation>
                <numerusform>%n file has no known ending: it comes in only if it is text</numerusform>
                <numerusform>%n files have no known ending: they come in only if they are text</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message numerus="yes">
            <source>Export %n article(s)</source>
            <translation>
                <numerusform>Export %n article</numerusform>
                <numerusform>Export %n articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n have no date</source>
            <translation>
                <numerusform>%n has no date</numerusform>
                <numerusform>%n have no date</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n have no source</source>
            <translation>
                <numerusform>%n has no source</numerusform>
                <numerusform>%n have no source</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n file</numerusform>
                <numerusform>%n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be exported, as listed above.</source>
            <translation>
                <numerusform>%n could not be exported, as listed above.</numerusform>
                <numerusform>%n could not be exported, as listed above.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Exported %n article(s) to {place}</source>
            <translation>
                <numerusform>Exported %n article to {place}</numerusform>
                <numerusform>Exported %n articles to {place}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportScope</name>
        <message numerus="yes">
            <source>The %n selected</source>
            <translation>
                <numerusform>The one selected</numerusform>
                <numerusform>The %n selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FieldsPanel</name>
        <message numerus="yes">
            <source>%n article(s)</source>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of 5</source>
            <translation>
                <numerusform>%n of 5</numerusform>
                <numerusform>%n of 5</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>different in %n</source>
            <translation>
                <numerusform>different in %n</numerusform>
                <numerusform>different in %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missing</source>
            <translation>
                <numerusform>%n missing</numerusform>
                <numerusform>%n missing</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportWindow</name>
        <message numerus="yes">
            <source>Importing %n file(s)</source>
            <translation>
                <numerusform>Importing %n file</numerusform>
                <numerusform>Importing %n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n second(s) left</source>
            <translation>
                <numerusform>about %n second left</numerusform>
                <numerusform>about %n seconds left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Stopped after %n file(s)</source>
            <translation>
                <numerusform>Stopped after %n file</numerusform>
                <numerusform>Stopped after %n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Read %n file(s)</source>
            <translation>
                <numerusform>Read %n file</numerusform>
                <numerusform>Read %n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Look at %n</source>
            <translation>
                <numerusform>Look at %n</numerusform>
                <numerusform>Look at %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s) left</source>
            <translation>
                <numerusform>about %n minute left</numerusform>
                <numerusform>about %n minutes left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n hour(s) left</source>
            <translation>
                <numerusform>about %n hour left</numerusform>
                <numerusform>about %n hours left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) a minute</source>
            <translation>
                <numerusform>%n file a minute</numerusform>
                <numerusform>%n files a minute</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take %n new revision(s)</source>
            <translation>
                <numerusform>Take %n new revision</numerusform>
                <numerusform>Take %n new revisions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other(s)</source>
            <translation>
                <numerusform>%n other</numerusform>
                <numerusform>%n others</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportanceProposal</name>
        <message numerus="yes">
            <source>%n companies</source>
            <translation>
                <numerusform>%n company</numerusform>
                <numerusform>%n companies</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Imports</name>
        <message numerus="yes">
            <source>%n article(s) imported</source>
            <translation>
                <numerusform>%n article imported</numerusform>
                <numerusform>%n articles imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) already there</source>
            <translation>
                <numerusform>%n file already there</numerusform>
                <numerusform>%n files already there</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) could not be read</source>
            <translation>
                <numerusform>%n file could not be read</numerusform>
                <numerusform>%n files could not be read</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MarkWords</name>
        <message numerus="yes">
            <source>%n fact(s)</source>
            <translation>
                <numerusform>%n fact</numerusform>
                <numerusform>%n facts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) agree</source>
            <translation>
                <numerusform>%n article agrees</numerusform>
                <numerusform>%n articles agree</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message numerus="yes">
            <source>%n article(s)</source>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OwnFiles</name>
        <message numerus="yes">
            <source>%n file(s) can't be written</source>
            <translation>
                <numerusform>%n file can't be written</numerusform>
                <numerusform>%n files can't be written</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) written</source>
            <translation>
                <numerusform>%n file written</numerusform>
                <numerusform>%n files written</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) changed outside.</source>
            <translation>
                <numerusform>%n file changed outside.</numerusform>
                <numerusform>%n files changed outside.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) reloaded</source>
            <translation>
                <numerusform>%n file reloaded</numerusform>
                <numerusform>%n files reloaded</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReaderHead</name>
        <message numerus="yes">
            <source>%n repair(s)</source>
            <translation>
                <numerusform>%n repair</numerusform>
                <numerusform>%n repairs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guess(es)</source>
            <translation>
                <numerusform>%n guess</numerusform>
                <numerusform>%n guesses</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Recleaning</name>
        <message numerus="yes">
            <source>Chosen: %n article(s).</source>
            <translation>
                <numerusform>Chosen: %n article.</numerusform>
                <numerusform>Chosen: %n articles.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cleaned by an older engine: %n article(s).</source>
            <translation>
                <numerusform>Cleaned by an older engine: %n article.</numerusform>
                <numerusform>Cleaned by an older engine: %n articles.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cleaned again, changed: %n article(s)</source>
            <translation>
                <numerusform>Cleaned again, changed: %n article</numerusform>
                <numerusform>Cleaned again, changed: %n articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecleaningWindow</name>
        <message numerus="yes">
            <source>Cleaning again: %n article(s)</source>
            <translation>
                <numerusform>Cleaning again: %n article</numerusform>
                <numerusform>Cleaning again: %n articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RepairDetail</name>
        <message numerus="yes">
            <source>Where it stands: %n place(s)</source>
            <translation>
                <numerusform>Where it stands: %n place</numerusform>
                <numerusform>Where it stands: %n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>, in %n article(s)</source>
            <translation>
                <numerusform>, in %n article</numerusform>
                <numerusform>, in %n articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source> · %n more</source>
            <translation>
                <numerusform> · %n more</numerusform>
                <numerusform> · %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RepairsWindow</name>
        <message numerus="yes">
            <source>%n certain, done</source>
            <translation>
                <numerusform>%n certain, done</numerusform>
                <numerusform>%n certain, done</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guess(es) to decide</source>
            <translation>
                <numerusform>%n guess to decide</numerusform>
                <numerusform>%n guesses to decide</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %n place(s)</source>
            <translation>
                <numerusform>All %n place</numerusform>
                <numerusform>All %n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) are changed</source>
            <translation>
                <numerusform>%n place is changed</numerusform>
                <numerusform>%n places are changed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportModel</name>
        <message numerus="yes">
            <source>%n guess(es) to look at</source>
            <translation>
                <numerusform>%n guess to look at</numerusform>
                <numerusform>%n guesses to look at</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SaveChoices</name>
        <message numerus="yes">
            <source>The %n selected</source>
            <translation>
                <numerusform>The one selected</numerusform>
                <numerusform>The %n selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SaveDialog</name>
        <message numerus="yes">
            <source>Save %n file(s)</source>
            <translation>
                <numerusform>Save %n file</numerusform>
                <numerusform>Save %n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) can't be written: choose one to see why.</source>
            <translation>
                <numerusform>%n file can't be written: choose one to see why.</numerusform>
                <numerusform>%n files can't be written: choose one to see why.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) can't be written</source>
            <translation>
                <numerusform>%n file can't be written</numerusform>
                <numerusform>%n files can't be written</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) written</source>
            <translation>
                <numerusform>%n file written</numerusform>
                <numerusform>%n files written</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Section</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Selection</name>
        <message numerus="yes">
            <source>The first %n articles selected; all that are found can be edited</source>
            <translation>
                <numerusform>The first article selected; all that are found can be edited</numerusform>
                <numerusform>The first %n articles selected; all that are found can be edited</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n articles selected</source>
            <translation>
                <numerusform>%n article selected</numerusform>
                <numerusform>%n articles selected</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SetsAndSearches</name>
        <message numerus="yes">
            <source>Set for %n article(s), known or new:</source>
            <translation>
                <numerusform>Set for %n article, known or new:</numerusform>
                <numerusform>Set for %n articles, known or new:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n article(s) added to “{name}”</source>
            <translation>
                <numerusform>%n article added to “{name}”</numerusform>
                <numerusform>%n articles added to “{name}”</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Undoing</name>
        <message numerus="yes">
            <source>%n change(s) are taken back or made again</source>
            <translation>
                <numerusform>%n change is taken back or made again</numerusform>
                <numerusform>%n changes are taken back or made again</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UnknownKeys</name>
        <message numerus="yes">
            <source>%n other front-matter key(s)</source>
            <translation>
                <numerusform>%n other front-matter key</numerusform>
                <numerusform>%n other front-matter keys</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Upkeep</name>
        <message numerus="yes">
            <source>%n problem(s) found</source>
            <translation>
                <numerusform>%n problem found</numerusform>
                <numerusform>%n problems found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Whereabouts</name>
        <message numerus="yes">
            <source>%n article(s)</source>
            <translation>
                <numerusform>%n article</numerusform>
                <numerusform>%n articles</numerusform>
            </translation>
        </message>
    </context>
</TS>