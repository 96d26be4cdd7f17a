<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CallWords</name>
    <message numerus="yes">
        <source>I am sorry, nobody has answered for %n minute(s). At the service desk you may be helped sooner.</source>
        <translation>
            <numerusform>I am sorry, nobody has answered for %n minute. At the service desk you may be helped sooner.</numerusform>
            <numerusform>I am sorry, nobody has answered for %n minutes. At the service desk you may be helped sooner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Usually somebody answers within about %n minute(s).</source>
        <translation>
            <numerusform>Usually somebody answers within about %n minute.</numerusform>
            <numerusform>Usually somebody answers within about %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Usually somebody is here within about %n minute(s) of a call.</source>
        <translation>
            <numerusform>Usually somebody is here within about %n minute of a call.</numerusform>
            <numerusform>Usually somebody is here within about %n minutes of a call.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message numerus="yes">
        <source>Compare %n product(s)</source>
        <translation>
            <numerusform>Compare %n product</numerusform>
            <numerusform>Compare %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>%n in stock</source>
        <translation>
            <numerusform>%n in stock</numerusform>
            <numerusform>%n in stock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n product</numerusform>
            <numerusform>%n products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n left</source>
        <translation>
            <numerusform>Only %n left</numerusform>
            <numerusform>Only %n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorInside</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation>
            <numerusform>%n hour old</numerusform>
            <numerusform>%n hours old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorPhones</name>
    <message numerus="yes">
        <source>%n phone(s) may sign in. A new one needs a code from here, once.</source>
        <translation>
            <numerusform>%n phone may sign in. A new one needs a code from here, once.</numerusform>
            <numerusform>%n phones may sign in. A new one needs a code from here, once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scan it with the phone’s camera. It is good for one phone, for %n more minute(s).</source>
        <translation>
            <numerusform>Scan it with the phone’s camera. It is good for one phone, for %n more minute.</numerusform>
            <numerusform>Scan it with the phone’s camera. It is good for one phone, for %n more minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorPin</name>
    <message numerus="yes">
        <source>%n digit(s) given</source>
        <translation>
            <numerusform>%n digit given</numerusform>
            <numerusform>%n digits given</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message numerus="yes">
        <source>Show %n product(s)</source>
        <translation>
            <numerusform>Show %n product</numerusform>
            <numerusform>Show %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaffStatus</name>
    <message numerus="yes">
        <source>called %n minute(s) ago</source>
        <translation>
            <numerusform>called %n minute ago</numerusform>
            <numerusform>called %n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TalkTurn</name>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
</context>
</TS>
