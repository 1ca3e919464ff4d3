<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>lb::llm::ChatExchange</name>
    <message numerus="yes">
        <source>Waiting %n second(s) for %1.</source>
        <translation>
            <numerusform>Waiting %n second for %1.</numerusform>
            <numerusform>Waiting %n seconds for %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::llm::EndpointTest</name>
    <message numerus="yes">
        <source>%n model(s), among them %1</source>
        <translation>
            <numerusform>%n model, among them %1</numerusform>
            <numerusform>%n models, among them %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n model(s); %1 is not among them</source>
        <translation>
            <numerusform>%n model; %1 is not among them</numerusform>
            <numerusform>%n models; %1 is not among them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ListsModel</name>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n mail</numerusform>
            <numerusform>%n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>lb::ui::ThreadTreeModel</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s)</source>
        <translation>
            <numerusform>%n mail</numerusform>
            <numerusform>%n mails</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
</TS>
