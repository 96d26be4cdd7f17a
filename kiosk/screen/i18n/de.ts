<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AttractPage</name>
    <message>
        <source>I am an automated assistant. Our staff are only a tap away.</source>
        <translation>Ich bin ein automatischer Assistent. Unser Team ist nur einen Fingertipp entfernt.</translation>
    </message>
    <message>
        <source>I know every shelf in the store.</source>
        <translation>Ich kenne jedes Regal im Markt.</translation>
    </message>
    <message>
        <source>Looking for something?</source>
        <translation>Suchen Sie etwas?</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>Im Angebot</translation>
    </message>
    <message>
        <source>Or just say “%1”.</source>
        <translation>Oder sagen Sie einfach „%1“.</translation>
    </message>
    <message>
        <source>Tap or talk: I know every shelf in the store.</source>
        <translation>Tippen oder sprechen: Ich kenne jedes Regal im Markt.</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Zum Starten berühren</translation>
    </message>
</context>
<context>
    <name>AwayOverlay</name>
    <message>
        <source>One moment, I’m coming back</source>
        <translation>Einen Moment, ich bin gleich zurück</translation>
    </message>
    <message>
        <source>One moment, I’m getting ready</source>
        <translation>Einen Moment, ich mache mich bereit</translation>
    </message>
    <message>
        <source>This takes a few seconds. If you need help now, any member of staff is glad to help.</source>
        <translation>Das dauert ein paar Sekunden. Wenn Sie jetzt Hilfe brauchen, hilft Ihnen unser Team gern.</translation>
    </message>
</context>
<context>
    <name>CallWords</name>
    <message>
        <source>%1 came and found nobody.</source>
        <translation>%1 war da und hat niemanden angetroffen.</translation>
    </message>
    <message>
        <source>%1 could not come after all. I am calling again.</source>
        <translation>%1 konnte doch nicht kommen. Ich rufe noch einmal.</translation>
    </message>
    <message>
        <source>%1 has asked a colleague.</source>
        <translation>%1 hat jemand anderen aus dem Team gebeten zu kommen.</translation>
    </message>
    <message>
        <source>%1 has helped you. Thank you!</source>
        <translation>%1 hat Ihnen geholfen. Danke!</translation>
    </message>
    <message>
        <source>%1 has your call</source>
        <translation>%1 hat Ihren Ruf angenommen</translation>
    </message>
    <message>
        <source>%1 has your call.</source>
        <translation>%1 hat Ihren Ruf angenommen.</translation>
    </message>
    <message>
        <source>%1 is on the way</source>
        <translation>%1 ist auf dem Weg</translation>
    </message>
    <message>
        <source>%1 is on the way to you.</source>
        <translation>%1 ist auf dem Weg zu Ihnen.</translation>
    </message>
    <message>
        <source>%1 looked: we do not have it.</source>
        <translation>%1 hat nachgesehen: Das haben wir nicht.</translation>
    </message>
    <message>
        <source>%1 takes longer than usual.</source>
        <translation>%1 braucht länger als sonst.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Jemand aus dem Team</translation>
    </message>
    <message>
        <source>A member of staff has been called</source>
        <translation>Jemand aus dem Team ist gerufen</translation>
    </message>
    <message>
        <source>As soon as a colleague takes your call, you see their name here. Please stay near this kiosk; you can go on using it.</source>
        <translation>Sobald jemand aus dem Team Ihren Ruf annimmt, sehen Sie hier den Namen. Bitte bleiben Sie in der Nähe; Sie können den Kiosk weiter benutzen.</translation>
    </message>
    <message>
        <source>Call again any time.</source>
        <translation>Rufen Sie jederzeit wieder.</translation>
    </message>
    <message>
        <source>Everyone in the store is being alerted.</source>
        <translation>Das ganze Team wird alarmiert.</translation>
    </message>
    <message>
        <source>Glad we could help</source>
        <translation>Schön, dass wir helfen konnten</translation>
    </message>
    <message>
        <source>Help is being called right now</source>
        <translation>Hilfe wird gerade gerufen</translation>
    </message>
    <message>
        <source>I am on my way to you.</source>
        <translation>Ich bin auf dem Weg zu Ihnen.</translation>
    </message>
    <message>
        <source>I am ringing everyone once more.</source>
        <translation>Ich rufe noch einmal das ganze Team.</translation>
    </message>
    <message numerus="yes">
        <source>I am sorry, nobody has answered for %n minute(s). At the service desk you may be helped sooner.</source>
        <translation>
            <numerusform>Es tut mir leid, seit %n Minute hat niemand geantwortet. Am Servicepunkt geht es vielleicht schneller.</numerusform>
            <numerusform>Es tut mir leid, seit %n Minuten hat niemand geantwortet. Am Servicepunkt geht es vielleicht schneller.</numerusform>
        </translation>
    </message>
    <message>
        <source>I am sorry, nobody has answered yet. At the service desk you may be helped sooner.</source>
        <translation>Es tut mir leid, noch hat niemand geantwortet. Am Servicepunkt geht es vielleicht schneller.</translation>
    </message>
    <message>
        <source>I am sorry, this takes longer than it should. If %1 is not here yet, the service desk can help you too.</source>
        <translation>Es tut mir leid, das dauert länger, als es sollte. Ist %1 noch nicht da, hilft Ihnen auch der Servicepunkt.</translation>
    </message>
    <message>
        <source>I am sorry, we have none left.</source>
        <translation>Es tut mir leid, davon haben wir nichts mehr da.</translation>
    </message>
    <message>
        <source>I am sorry. Shall I show you something like it?</source>
        <translation>Es tut mir leid. Soll ich Ihnen etwas Ähnliches zeigen?</translation>
    </message>
    <message>
        <source>I have rung them again.</source>
        <translation>Ich habe noch einmal gerufen.</translation>
    </message>
    <message>
        <source>I will be with you in five minutes.</source>
        <translation>Ich bin in fünf Minuten bei Ihnen.</translation>
    </message>
    <message>
        <source>I will be with you in two minutes.</source>
        <translation>Ich bin in zwei Minuten bei Ihnen.</translation>
    </message>
    <message>
        <source>I will have a look for you.</source>
        <translation>Ich sehe für Sie nach.</translation>
    </message>
    <message>
        <source>Is there anything else? Just ask.</source>
        <translation>Noch etwas? Fragen Sie einfach.</translation>
    </message>
    <message>
        <source>No colleague has the calls open on a phone right now. I can still ring; at the service desk you may be helped sooner.</source>
        <translation>Gerade hat niemand die Rufe auf dem Telefon offen. Ich kann trotzdem klingeln; am Servicepunkt geht es vielleicht schneller.</translation>
    </message>
    <message>
        <source>No colleague has the calls open on a phone right now. It goes on ringing; at the service desk you may be helped sooner.</source>
        <translation>Gerade hat niemand die Rufe auf dem Telefon offen. Es klingelt weiter; am Servicepunkt geht es vielleicht schneller.</translation>
    </message>
    <message>
        <source>Nobody could come this time</source>
        <translation>Diesmal konnte niemand kommen</translation>
    </message>
    <message>
        <source>Nobody could come. Please go to the service desk.</source>
        <translation>Leider konnte niemand kommen. Bitte gehen Sie zum Servicepunkt.</translation>
    </message>
    <message>
        <source>Nobody has answered yet. Call out for help, or call the emergency services.</source>
        <translation>Noch hat niemand geantwortet. Rufen Sie laut um Hilfe oder rufen Sie den Notruf.</translation>
    </message>
    <message>
        <source>Nobody has answered yet. See what else you can do.</source>
        <translation>Noch hat niemand geantwortet. Sehen Sie, was Sie noch tun können.</translation>
    </message>
    <message>
        <source>Nobody has answered yet: I have called the shift lead, too.</source>
        <translation>Noch hat niemand geantwortet: Ich habe auch die Schichtleitung gerufen.</translation>
    </message>
    <message>
        <source>Nobody has answered yet: everyone in the store is being called now.</source>
        <translation>Noch hat niemand geantwortet: Jetzt wird das ganze Team gerufen.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now, so please do not wait for us: if a life is in danger, call the emergency services at once.</source>
        <translation>Gerade ist niemand im Dienst, warten Sie deshalb bitte nicht auf uns: Ist ein Leben in Gefahr, rufen Sie sofort den Notruf.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now. You can still call: your call is kept for four hours, and it rings as soon as someone is here.</source>
        <translation>Gerade ist niemand im Dienst. Sie können trotzdem rufen: Ihr Ruf bleibt vier Stunden bestehen und klingelt, sobald jemand da ist.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now. Your call is kept for four hours, and it rings as soon as someone is here.</source>
        <translation>Gerade ist niemand im Dienst. Ihr Ruf bleibt vier Stunden bestehen und klingelt, sobald jemand da ist.</translation>
    </message>
    <message>
        <source>Nobody will come. You can call again at any time.</source>
        <translation>Es kommt niemand. Sie können jederzeit wieder rufen.</translation>
    </message>
    <message>
        <source>Please come to the service desk.</source>
        <translation>Bitte kommen Sie zum Servicepunkt.</translation>
    </message>
    <message>
        <source>Please stay near this kiosk, %1 will find you here.</source>
        <translation>Bitte bleiben Sie in der Nähe, %1 findet Sie hier.</translation>
    </message>
    <message>
        <source>Please stay near this kiosk, we will find you here.</source>
        <translation>Bitte bleiben Sie in der Nähe, wir finden Sie hier.</translation>
    </message>
    <message>
        <source>Somebody has already called for this. Whoever comes helps you, too.</source>
        <translation>Dafür hat schon jemand gerufen. Wer kommt, hilft auch Ihnen.</translation>
    </message>
    <message>
        <source>Stay at this kiosk if it is safe, so that we find you. If a life is in danger, call the emergency services too.</source>
        <translation>Bleiben Sie an diesem Kiosk, wenn es dort sicher ist, damit wir Sie finden. Bei Lebensgefahr rufen Sie bitte auch den Notruf.</translation>
    </message>
    <message>
        <source>Urgent call sent. Staff have been alerted.</source>
        <translation>Notruf gesendet. Das Team ist alarmiert.</translation>
    </message>
    <message numerus="yes">
        <source>Usually somebody answers within about %n minute(s).</source>
        <translation>
            <numerusform>Meist antwortet jemand in etwa %n Minute.</numerusform>
            <numerusform>Meist antwortet jemand in etwa %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Usually somebody answers within half a minute.</source>
        <translation>Meist antwortet jemand in einer halben Minute.</translation>
    </message>
    <message numerus="yes">
        <source>Usually somebody is here within about %n minute(s) of a call.</source>
        <translation>
            <numerusform>Meist ist etwa %n Minute nach dem Ruf jemand da.</numerusform>
            <numerusform>Meist ist etwa %n Minuten nach dem Ruf jemand da.</numerusform>
        </translation>
    </message>
    <message>
        <source>We are sorry. Please go to the service desk.</source>
        <translation>Es tut uns leid. Bitte gehen Sie zum Servicepunkt.</translation>
    </message>
    <message>
        <source>We have called a member of staff.</source>
        <translation>Wir haben jemanden aus dem Team gerufen.</translation>
    </message>
    <message>
        <source>You need not wait here. Write what it is about, for whoever comes.</source>
        <translation>Sie müssen hier nicht warten. Schreiben Sie, worum es geht, damit wir Bescheid wissen.</translation>
    </message>
    <message>
        <source>Your call is kept</source>
        <translation>Ihr Ruf bleibt bestehen</translation>
    </message>
    <message>
        <source>Your call is kept: nobody is on shift right now.</source>
        <translation>Ihr Ruf bleibt bestehen: Gerade ist niemand im Dienst.</translation>
    </message>
    <message>
        <source>Your call was cancelled</source>
        <translation>Ihr Ruf wurde zurückgenommen</translation>
    </message>
</context>
<context>
    <name>ComfortSheet</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>All buttons in the lower half of the screen.</source>
        <translation>Alle Tasten in der unteren Hälfte des Bildschirms.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>Leichter bedienen</translation>
    </message>
    <message>
        <source>Everything within reach</source>
        <translation>Alles in Reichweite</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>I wait longer before I ask whether you are still there.</source>
        <translation>Ich warte länger, bevor ich frage, ob Sie noch da sind.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Mehr Zeit</translation>
    </message>
    <message>
        <source>Nothing slides, fades or blinks.</source>
        <translation>Nichts gleitet, blendet oder blinkt.</translation>
    </message>
    <message>
        <source>Read this page aloud</source>
        <translation>Diese Seite vorlesen</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message numerus="yes">
        <source>Compare %n product(s)</source>
        <translation>
            <numerusform>%n Produkt vergleichen</numerusform>
            <numerusform>%n Produkte vergleichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Doch nicht</translation>
    </message>
    <message>
        <source>Pick two at least</source>
        <translation>Mindestens zwei wählen</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
</context>
<context>
    <name>CompareHeads</name>
    <message>
        <source>Take %1 out of the comparison</source>
        <translation>%1 aus dem Vergleich nehmen</translation>
    </message>
</context>
<context>
    <name>CompareLine</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1 in 100 g or ml</source>
        <translation>%1 in 100 g oder ml</translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <translation>%1 pro %2</translation>
    </message>
    <message>
        <source>Best value</source>
        <translation>Bester Grundpreis</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>Ernährung</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>Niedrigster Preis</translation>
    </message>
    <message>
        <source>May contain traces of</source>
        <translation>Kann Spuren enthalten von</translation>
    </message>
    <message>
        <source>None named</source>
        <translation>Keine genannt</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price by amount</source>
        <translation>Preis je Menge</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Wo es steht</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>anders</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Add another</source>
        <translation>Noch eins dazu</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Find products</source>
        <translation>Produkte suchen</translation>
    </message>
    <message>
        <source>From the product labels. If you have an allergy, please read the pack too.</source>
        <translation>Laut Etiketten. Bei einer Allergie lesen Sie bitte auch die Packung.</translation>
    </message>
    <message>
        <source>I can’t compare these right now.</source>
        <translation>Ich kann sie gerade nicht vergleichen.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Tap one to compare it</source>
        <translation>Zum Vergleichen antippen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>What shall I compare?</source>
        <translation>Was soll ich vergleichen?</translation>
    </message>
    <message>
        <source>With what shall I compare it?</source>
        <translation>Womit soll ich es vergleichen?</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>FloorPlan</name>
    <message>
        <source>Map of the store</source>
        <translation>Plan des Marktes</translation>
    </message>
    <message>
        <source>Map of the store with the way past everything on your list</source>
        <translation>Plan des Marktes mit dem Weg entlang Ihrer Liste</translation>
    </message>
    <message>
        <source>Map of the store with the way to aisle %1</source>
        <translation>Plan des Marktes mit dem Weg zu Gang %1</translation>
    </message>
    <message>
        <source>Map of the store with the way to aisle %1, bay %2</source>
        <translation>Plan des Marktes mit dem Weg zu Gang %1, Regal %2</translation>
    </message>
    <message>
        <source>The map is not here yet.</source>
        <translation>Der Plan ist noch nicht da.</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Sie sind hier</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 each</source>
        <translation>%1 pro Stück</translation>
    </message>
    <message>
        <source>%1 g</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>%1 kJ</source>
        <translation>%1 kJ</translation>
    </message>
    <message>
        <source>%1 kcal</source>
        <translation>%1 kcal</translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <translation>%1 pro %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n in stock</source>
        <translation>
            <numerusform>%n vorrätig</numerusform>
            <numerusform>%n vorrätig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n Produkt</numerusform>
            <numerusform>%n Produkte</numerusform>
        </translation>
    </message>
    <message>
        <source>A helping hand</source>
        <translation>Eine helfende Hand</translation>
    </message>
    <message>
        <source>Age check</source>
        <translation>Alterskontrolle</translation>
    </message>
    <message>
        <source>Aisle %1</source>
        <translation>Gang %1</translation>
    </message>
    <message>
        <source>Aisle %1, bay %2</source>
        <translation>Gang %1, Regal %2</translation>
    </message>
    <message>
        <source>Aisles %1</source>
        <translation>Gänge %1</translation>
    </message>
    <message>
        <source>Allergy question</source>
        <translation>Frage zu Allergien</translation>
    </message>
    <message>
        <source>Ask a member of staff</source>
        <translation>Fragen Sie unser Team</translation>
    </message>
    <message>
        <source>Carbohydrate</source>
        <translation>Kohlenhydrate</translation>
    </message>
    <message>
        <source>Checking stock</source>
        <translation>Bestand prüfen</translation>
    </message>
    <message>
        <source>Closed now, opens %1 at %2</source>
        <comment>a weekday and a time</comment>
        <translation>Geschlossen, öffnet %1 um %2 Uhr</translation>
    </message>
    <message>
        <source>Closed now, opens at %1</source>
        <translation>Geschlossen, öffnet um %1 Uhr</translation>
    </message>
    <message>
        <source>Closed now, opens tomorrow at %1</source>
        <translation>Geschlossen, öffnet morgen um %1 Uhr</translation>
    </message>
    <message>
        <source>Closed right now</source>
        <translation>Gerade geschlossen</translation>
    </message>
    <message>
        <source>Did you say one of these?</source>
        <translation>Haben Sie eines davon gesagt?</translation>
    </message>
    <message>
        <source>Did you say “%1” or “%2”?</source>
        <translation>Haben Sie „%1“ oder „%2“ gesagt?</translation>
    </message>
    <message>
        <source>Did you say “%1”?</source>
        <translation>Haben Sie „%1“ gesagt?</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Notfall</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Fat</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Fiber</source>
        <translation>Ballaststoffe</translation>
    </message>
    <message>
        <source>Finding something</source>
        <translation>Etwas finden</translation>
    </message>
    <message>
        <source>Health and medicine</source>
        <translation>Gesundheit und Arznei</translation>
    </message>
    <message>
        <source>Help at checkout</source>
        <translation>Hilfe an der Kasse</translation>
    </message>
    <message>
        <source>I am listening …</source>
        <translation>Ich höre zu …</translation>
    </message>
    <message>
        <source>I can’t answer right now. Please try again in a moment, or call a member of staff.</source>
        <translation>Ich kann gerade nicht antworten. Versuchen Sie es gleich noch einmal, oder rufen Sie unser Team.</translation>
    </message>
    <message>
        <source>I can’t hear at the moment. You can type, or call a person.</source>
        <translation>Ich kann gerade nicht hören. Sie können schreiben oder jemanden rufen.</translation>
    </message>
    <message>
        <source>I can’t listen just yet. Please try again in a moment, or type your question.</source>
        <translation>Ich kann noch nicht zuhören. Versuchen Sie es gleich noch einmal, oder schreiben Sie Ihre Frage.</translation>
    </message>
    <message>
        <source>I did not hear anything. Please try again, or type your question.</source>
        <translation>Ich habe nichts gehört. Bitte noch einmal, oder schreiben Sie Ihre Frage.</translation>
    </message>
    <message>
        <source>I don’t feel safe</source>
        <translation>Ich fühle mich nicht sicher</translation>
    </message>
    <message>
        <source>I read your language, but I do not hear it here. Please type your question.</source>
        <translation>Ich lese Ihre Sprache, verstehe sie hier aber nicht gesprochen. Bitte schreiben Sie Ihre Frage.</translation>
    </message>
    <message>
        <source>Lost child</source>
        <translation>Verlorenes Kind</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Einen Moment …</translation>
    </message>
    <message numerus="yes">
        <source>Only %n left</source>
        <translation>
            <numerusform>Nur noch %n</numerusform>
            <numerusform>Nur noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a locked case</source>
        <translation>Vitrine öffnen</translation>
    </message>
    <message>
        <source>Open day and night</source>
        <translation>Rund um die Uhr geöffnet</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Geöffnet bis %1 Uhr</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>Please say it once more, or type it.</source>
        <translation>Bitte sagen Sie es noch einmal, oder tippen Sie es ein.</translation>
    </message>
    <message>
        <source>Please say it once more.</source>
        <translation>Bitte sagen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Product advice</source>
        <translation>Beratung</translation>
    </message>
    <message>
        <source>Protein</source>
        <translation>Eiweiß</translation>
    </message>
    <message>
        <source>Salt</source>
        <translation>Salz</translation>
    </message>
    <message>
        <source>Say which one, or tap it.</source>
        <translation>Sagen Sie, was Sie meinen, oder tippen Sie darauf.</translation>
    </message>
    <message>
        <source>Someone is hurt</source>
        <translation>Jemand ist verletzt</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgelaufen</translation>
    </message>
    <message>
        <source>Sorry, I could not hear you. Please try again, or type your question.</source>
        <translation>Leider habe ich Sie nicht gehört. Bitte noch einmal, oder schreiben Sie Ihre Frage.</translation>
    </message>
    <message>
        <source>Sorry, I lost what you said. Please say it again in a moment, or type it.</source>
        <translation>Leider ist mir das Gesagte verloren gegangen. Bitte gleich noch einmal, oder schreiben Sie es.</translation>
    </message>
    <message>
        <source>Sorry, that did not work. Shall I call a member of staff?</source>
        <translation>Leider hat das nicht geklappt. Soll ich jemanden aus dem Team rufen?</translation>
    </message>
    <message>
        <source>Speak to a manager</source>
        <translation>Mit der Leitung sprechen</translation>
    </message>
    <message>
        <source>That was a bit loud for me. A little further away, please.</source>
        <translation>Das war etwas laut für mich. Bitte mit etwas mehr Abstand.</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <comment>a date without its year, as Qt writes formats</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>of which saturates</source>
        <translation>davon gesättigte Fettsäuren</translation>
    </message>
    <message>
        <source>of which sugars</source>
        <translation>davon Zucker</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>heute um %1 Uhr</translation>
    </message>
</context>
<context>
    <name>HearingLight</name>
    <message>
        <source>Listening</source>
        <translation>Ich höre zu</translation>
    </message>
    <message>
        <source>You can speak</source>
        <translation>Sie können sprechen</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Ask me, for example</source>
        <translation>Fragen Sie zum Beispiel</translation>
    </message>
    <message>
        <source>Can I pay with my phone?</source>
        <translation>Kann ich mit dem Handy bezahlen?</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>Do you cut keys?</source>
        <translation>Machen Sie Schlüssel nach?</translation>
    </message>
    <message>
        <source>Do you deliver?</source>
        <translation>Liefern Sie nach Hause?</translation>
    </message>
    <message>
        <source>Hello! What are you looking for?</source>
        <translation>Hallo! Was suchen Sie?</translation>
    </message>
    <message>
        <source>How do I return something?</source>
        <translation>Wie gebe ich etwas zurück?</translation>
    </message>
    <message>
        <source>I am an automated assistant. Type what you need, in your own words.</source>
        <translation>Ich bin ein automatischer Assistent. Schreiben Sie mit eigenen Worten, was Sie brauchen.</translation>
    </message>
    <message>
        <source>I am an automated assistant. Type, or tap the microphone and talk.</source>
        <translation>Ich bin ein automatischer Assistent. Schreiben Sie, oder tippen Sie auf das Mikrofon und sprechen Sie.</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>Im Angebot</translation>
    </message>
    <message>
        <source>Popular now</source>
        <translation>Gerade beliebt</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>Produkt scannen</translation>
    </message>
    <message>
        <source>Search products and brands</source>
        <translation>Produkte und Marken suchen</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>Im Markt suchen</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Alle ansehen</translation>
    </message>
    <message>
        <source>Shopping list</source>
        <translation>Einkaufsliste</translation>
    </message>
    <message>
        <source>Store information</source>
        <translation>Infos zum Markt</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>Marktplan</translation>
    </message>
    <message>
        <source>When are you open?</source>
        <translation>Wann haben Sie geöffnet?</translation>
    </message>
    <message>
        <source>Where are the restrooms?</source>
        <translation>Wo sind die Toiletten?</translation>
    </message>
    <message>
        <source>You can say “Where is the oat milk?” or “Gluten-free pasta under 3 dollars”.</source>
        <translation>Sagen Sie etwa „Wo steht die Hafermilch?“ oder „Glutenfreie Nudeln unter 3 Dollar“.</translation>
    </message>
    <message>
        <source>You can type “Where is the oat milk?” or “Gluten-free pasta under 3 dollars”.</source>
        <translation>Schreiben Sie etwa „Wo steht die Hafermilch?“ oder „Glutenfreie Nudeln unter 3 Dollar“.</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Are you still there?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Give me more time</source>
        <translation>Ich brauche mehr Zeit</translation>
    </message>
    <message>
        <source>I’m finished</source>
        <translation>Ich bin fertig</translation>
    </message>
    <message>
        <source>To keep your visit private, I forget everything when the time is up.</source>
        <translation>Zu Ihrem Schutz vergesse ich alles, wenn die Zeit um ist.</translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation>Ja, ich bin da</translation>
    </message>
</context>
<context>
    <name>InfoPage</name>
    <message>
        <source>%1 to %2</source>
        <comment>from a time to a time</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>About the store</source>
        <translation>Über den Markt</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>Rund um die Uhr</translation>
    </message>
    <message>
        <source>Forget everything now</source>
        <translation>Jetzt alles vergessen</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>I am an automated assistant, not a person. What you say is worked out on this machine; no sound is kept or sent away. When you leave I forget your questions and your list.</source>
        <translation>Ich bin ein automatischer Assistent, kein Mensch. Was Sie sagen, wird in diesem Gerät verarbeitet; kein Ton wird gespeichert oder verschickt. Wenn Sie gehen, vergesse ich Ihre Fragen und Ihre Liste.</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>Marktplan</translation>
    </message>
    <message>
        <source>This kiosk and you</source>
        <translation>Dieser Kiosk und Sie</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>100 g</source>
        <translation>100 g</translation>
    </message>
    <message>
        <source>100 ml</source>
        <translation>100 ml</translation>
    </message>
    <message>
        <source>100 pieces</source>
        <comment>after &apos;per&apos;</comment>
        <translation>100 Stück</translation>
    </message>
    <message>
        <source>Active ingredient</source>
        <translation>Wirkstoff</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Alcohol by volume</source>
        <translation>Alkoholgehalt</translation>
    </message>
    <message>
        <source>Baby</source>
        <translation>Baby</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>Backwaren</translation>
    </message>
    <message>
        <source>Batteries</source>
        <translation>Batterien</translation>
    </message>
    <message>
        <source>Battery size</source>
        <translation>Batteriegröße</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Burn time</source>
        <translation>Brenndauer</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Fassungsvermögen</translation>
    </message>
    <message>
        <source>Celery</source>
        <translation>Sellerie</translation>
    </message>
    <message>
        <source>Chemistry</source>
        <translation>Zellchemie</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Color temperature</source>
        <translation>Farbtemperatur</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Anschluss</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Reicht für</translation>
    </message>
    <message>
        <source>Crustaceans</source>
        <translation>Krebstiere</translation>
    </message>
    <message>
        <source>Dairy &amp; Eggs</source>
        <translation>Milch &amp; Eier</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>Durchmesser</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Maße</translation>
    </message>
    <message>
        <source>Dimmable</source>
        <translation>Dimmbar</translation>
    </message>
    <message>
        <source>Drinks</source>
        <translation>Getränke</translation>
    </message>
    <message>
        <source>Eggs</source>
        <translation>Ei</translation>
    </message>
    <message>
        <source>Electronics &amp; Batteries</source>
        <translation>Elektronik &amp; Batterien</translation>
    </message>
    <message>
        <source>Fish</source>
        <translation>Fisch</translation>
    </message>
    <message>
        <source>Flavor</source>
        <translation>Geschmack</translation>
    </message>
    <message>
        <source>Food Cupboard</source>
        <translation>Vorräte</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Tiefkühlkost</translation>
    </message>
    <message>
        <source>Fruit &amp; Vegetables</source>
        <translation>Obst &amp; Gemüse</translation>
    </message>
    <message>
        <source>Garden</source>
        <translation>Garten</translation>
    </message>
    <message>
        <source>Gluten</source>
        <translation>Gluten</translation>
    </message>
    <message>
        <source>Gluten-free</source>
        <translation>Glutenfrei</translation>
    </message>
    <message>
        <source>Halal</source>
        <translation>Halal</translation>
    </message>
    <message>
        <source>Hardware &amp; DIY</source>
        <translation>Werkzeug &amp; Heimwerken</translation>
    </message>
    <message>
        <source>Health &amp; Beauty</source>
        <translation>Gesundheit &amp; Pflege</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Household &amp; Cleaning</source>
        <translation>Haushalt &amp; Reinigung</translation>
    </message>
    <message>
        <source>Kitchen &amp; Home</source>
        <translation>Küche &amp; Wohnen</translation>
    </message>
    <message>
        <source>Kosher</source>
        <translation>Koscher</translation>
    </message>
    <message>
        <source>Lactose-free</source>
        <translation>Laktosefrei</translation>
    </message>
    <message>
        <source>Lamp base</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Life stage</source>
        <translation>Lebensphase</translation>
    </message>
    <message>
        <source>Light Bulbs &amp; Lighting</source>
        <translation>Lampen &amp; Licht</translation>
    </message>
    <message>
        <source>Lupin</source>
        <translation>Lupinen</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Meat, Fish &amp; Deli</source>
        <translation>Fleisch, Fisch &amp; Wurst</translation>
    </message>
    <message>
        <source>Milk</source>
        <translation>Milch</translation>
    </message>
    <message>
        <source>Molluscs</source>
        <translation>Weichtiere</translation>
    </message>
    <message>
        <source>Mustard</source>
        <translation>Senf</translation>
    </message>
    <message>
        <source>Nut-free</source>
        <translation>Ohne Nüsse</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Organic</source>
        <translation>Bio</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Peanuts</source>
        <translation>Erdnüsse</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>Tierbedarf</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Leistung</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Scent</source>
        <translation>Duft</translation>
    </message>
    <message>
        <source>Sesame</source>
        <translation>Sesam</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Shellfish</source>
        <translation>Krebs- und Weichtiere</translation>
    </message>
    <message>
        <source>Snacks &amp; Sweets</source>
        <translation>Snacks &amp; Süßes</translation>
    </message>
    <message>
        <source>Soy</source>
        <translation>Soja</translation>
    </message>
    <message>
        <source>Stationery &amp; Gifts</source>
        <translation>Schreibwaren &amp; Geschenke</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Sugar-free</source>
        <translation>Zuckerfrei</translation>
    </message>
    <message>
        <source>Suitable for</source>
        <translation>Geeignet für</translation>
    </message>
    <message>
        <source>Sulphites</source>
        <translation>Sulfite</translation>
    </message>
    <message>
        <source>Tree nuts</source>
        <translation>Schalenfrüchte (Nüsse)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Vegan</source>
        <translation>Vegan</translation>
    </message>
    <message>
        <source>Vegetarian</source>
        <translation>Vegetarisch</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>Spannung</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnhinweis</translation>
    </message>
    <message>
        <source>Wattage</source>
        <translation>Wattzahl</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Wheat</source>
        <translation>Weizen</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>fl oz</source>
        <comment>fluid ounce, after &apos;per&apos;</comment>
        <translation>fl oz</translation>
    </message>
    <message>
        <source>ft</source>
        <comment>foot, after &apos;per&apos;</comment>
        <translation>Fuß</translation>
    </message>
    <message>
        <source>kg</source>
        <translation>kg</translation>
    </message>
    <message>
        <source>l</source>
        <comment>liter</comment>
        <translation>l</translation>
    </message>
    <message>
        <source>lb</source>
        <comment>pound, after &apos;per&apos;</comment>
        <translation>Pfund (lb)</translation>
    </message>
    <message>
        <source>m</source>
        <comment>meter</comment>
        <translation>m</translation>
    </message>
    <message>
        <source>oz</source>
        <comment>ounce, after &apos;per&apos;</comment>
        <translation>Unze</translation>
    </message>
    <message>
        <source>qt</source>
        <comment>quart, after &apos;per&apos;</comment>
        <translation>Quart</translation>
    </message>
    <message>
        <source>sq ft</source>
        <comment>square foot, after &apos;per&apos;</comment>
        <translation>Quadratfuß</translation>
    </message>
</context>
<context>
    <name>LanguageNote</name>
    <message>
        <source>The assistant understands and answers English only. A person can help you at any time.</source>
        <translation>Der Assistent versteht nur Englisch und antwortet auf Englisch. Ein Mensch hilft Ihnen jederzeit.</translation>
    </message>
</context>
<context>
    <name>LetterPad</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leerzeichen</translation>
    </message>
</context>
<context>
    <name>ListLine</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: in the basket</source>
        <translation>%1: im Korb</translation>
    </message>
    <message>
        <source>%1: not in the basket after all</source>
        <translation>%1: doch nicht im Korb</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>%1, %2 in the basket</source>
        <translation>%1, %2 im Korb</translation>
    </message>
    <message>
        <source>As I added it</source>
        <translation>Wie hinzugefügt</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Find a product and tap “Add to my list”. I keep the list until you leave.</source>
        <translation>Suchen Sie ein Produkt und tippen Sie auf „Auf meine Liste“. Ich behalte die Liste, bis Sie gehen.</translation>
    </message>
    <message>
        <source>In the order of the walk</source>
        <translation>In der Reihenfolge des Wegs</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Meine Liste</translation>
    </message>
    <message>
        <source>Offers on several are taken off at the checkout.</source>
        <translation>Mehrfachangebote werden an der Kasse abgezogen.</translation>
    </message>
    <message>
        <source>Offers save you %1</source>
        <translation>Sie sparen %1 durch Angebote</translation>
    </message>
    <message>
        <source>Really clear it?</source>
        <translation>Wirklich leeren?</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>Im Markt suchen</translation>
    </message>
    <message>
        <source>Show me the way</source>
        <translation>Weg zeigen</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>That could not be changed just now. Your list is as you see it here.</source>
        <translation>Das ließ sich gerade nicht ändern. Ihre Liste ist so, wie Sie sie hier sehen.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Your list is empty</source>
        <translation>Ihre Liste ist leer</translation>
    </message>
</context>
<context>
    <name>ListTake</name>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>As a message</source>
        <translation>Als Nachricht</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Als Text</translation>
    </message>
    <message>
        <source>Code %1 of %2</source>
        <translation>Code %1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Point a scanner app at the code: it shows your list as text. No network is needed.</source>
        <translation>Richten Sie eine Scanner-App auf den Code: Sie zeigt Ihre Liste als Text. Ganz ohne Netz.</translation>
    </message>
    <message>
        <source>Point your phone’s camera at the code. It opens a message with your list: keep it as a draft or send it to yourself. No network is needed.</source>
        <translation>Richten Sie die Kamera Ihres Handys auf den Code. Es öffnet sich eine Nachricht mit Ihrer Liste: als Entwurf behalten oder an sich selbst schicken. Ganz ohne Netz.</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>QR code with your list</source>
        <translation>QR-Code mit Ihrer Liste</translation>
    </message>
    <message>
        <source>Shopping list, %1</source>
        <translation>Einkaufsliste, %1</translation>
    </message>
    <message>
        <source>Take your list along</source>
        <translation>Liste mitnehmen</translation>
    </message>
    <message>
        <source>That did not work just now. Please try again, or ask a member of staff.</source>
        <translation>Das hat gerade nicht geklappt. Versuchen Sie es noch einmal, oder fragen Sie unser Team.</translation>
    </message>
    <message>
        <source>The code before</source>
        <translation>Voriger Code</translation>
    </message>
    <message>
        <source>The next code</source>
        <translation>Nächster Code</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Your list is being printed.</source>
        <translation>Ihre Liste wird gedruckt.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>On your list</source>
        <translation>Auf Ihrer Liste</translation>
    </message>
</context>
<context>
    <name>MapAisles</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>All aisles</source>
        <translation>Alle Gänge</translation>
    </message>
    <message>
        <source>Along my list</source>
        <translation>Entlang meiner Liste</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>Marktplan</translation>
    </message>
    <message>
        <source>The way</source>
        <translation>Der Weg</translation>
    </message>
    <message>
        <source>The way along my list</source>
        <translation>Der Weg entlang meiner Liste</translation>
    </message>
</context>
<context>
    <name>MapStops</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>The whole store</source>
        <translation>Der ganze Markt</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>I can hear you, and answer in writing for now.</source>
        <translation>Ich höre Sie und antworte vorerst schriftlich.</translation>
    </message>
    <message>
        <source>I can’t hear at the moment. You can type, or call a person.</source>
        <translation>Ich kann gerade nicht hören. Sie können schreiben oder jemanden rufen.</translation>
    </message>
    <message>
        <source>I can’t hear you at this kiosk. Please tap or type, I will answer aloud.</source>
        <translation>An diesem Kiosk kann ich Sie nicht hören. Bitte tippen oder schreiben Sie, ich antworte laut.</translation>
    </message>
    <message>
        <source>I can’t hear you just yet. It takes a moment; touch works as always.</source>
        <translation>Ich kann Sie noch nicht hören. Das dauert einen Moment; Tippen geht wie immer.</translation>
    </message>
    <message>
        <source>Product information is away for a moment. A member of staff can help you.</source>
        <translation>Die Produktdaten fehlen gerade. Unser Team hilft Ihnen gern.</translation>
    </message>
    <message>
        <source>This kiosk works by touch: please tap or type.</source>
        <translation>Dieser Kiosk wird per Berührung bedient: bitte tippen oder schreiben.</translation>
    </message>
</context>
<context>
    <name>OperatorInside</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 GB free</source>
        <translation>%1 GB frei</translation>
    </message>
    <message>
        <source>%1 is being started again.</source>
        <translation>%1 wird neu gestartet.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n Tag alt</numerusform>
            <numerusform>%n Tage alt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation>
            <numerusform>%n Stunde alt</numerusform>
            <numerusform>%n Stunden alt</numerusform>
        </translation>
    </message>
    <message>
        <source>A phone was let in.</source>
        <translation>Ein Telefon wurde aufgenommen.</translation>
    </message>
    <message>
        <source>Aislewise</source>
        <translation>Aislewise</translation>
    </message>
    <message>
        <source>Calls beyond the staff page</source>
        <translation>Rufe außerhalb der Teamseite</translation>
    </message>
    <message>
        <source>Calls by a program</source>
        <translation>Rufe durch ein Programm</translation>
    </message>
    <message>
        <source>Calls by messenger</source>
        <translation>Rufe über Messenger</translation>
    </message>
    <message>
        <source>Calls over MQTT</source>
        <translation>Rufe über MQTT</translation>
    </message>
    <message>
        <source>Calls to a web server</source>
        <translation>Rufe an einen Webserver</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Catalog’s age</source>
        <translation>Alter des Katalogs</translation>
    </message>
    <message>
        <source>Close Aislewise now</source>
        <translation>Aislewise jetzt beenden</translation>
    </message>
    <message>
        <source>Close Aislewise …</source>
        <translation>Aislewise beenden …</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>Kiosk beenden</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Festplatte</translation>
    </message>
    <message>
        <source>Everything but the screen</source>
        <translation>Alles außer dem Bildschirm</translation>
    </message>
    <message>
        <source>HQ last reached</source>
        <translation>Zentrale zuletzt erreicht</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Kept. It counts from now on.</source>
        <translation>Gespeichert. Es gilt ab jetzt.</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Kiosk</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Sprachmodell</translation>
    </message>
    <message>
        <source>Languages for shoppers</source>
        <translation>Sprachen für die Kundschaft</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Live stock and prices</source>
        <translation>Bestand und Preise live</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Lautsprecher</translation>
    </message>
    <message>
        <source>Messenger %1</source>
        <translation>Messenger %1</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Recogniser</source>
        <translation>Spracherkennung</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Shift roster</source>
        <translation>Schichtplan</translation>
    </message>
    <message>
        <source>Sound devices</source>
        <translation>Tongeräte</translation>
    </message>
    <message>
        <source>Staff page</source>
        <translation>Teamseite</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>State file</source>
        <translation>Zustandsdatei</translation>
    </message>
    <message>
        <source>Take the logs away</source>
        <translation>Protokolle mitnehmen</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation>Das hat nicht geklappt: %1</translation>
    </message>
    <message>
        <source>The logs are in %1</source>
        <translation>Die Protokolle liegen in %1</translation>
    </message>
    <message>
        <source>The screen, voice and staff page end. Somebody at the machine must start them again.</source>
        <translation>Bildschirm, Stimme und Teamseite enden. Jemand muss sie am Gerät wieder starten.</translation>
    </message>
    <message>
        <source>The store’s hub</source>
        <translation>Die Zentrale des Marktes</translation>
    </message>
    <message>
        <source>They hold nothing about shoppers. Plug in a memory stick to see it here.</source>
        <translation>Sie enthalten nichts über die Kundschaft. Ein eingesteckter USB-Stick erscheint hier.</translation>
    </message>
    <message>
        <source>To the stick %1</source>
        <translation>Auf den Stick %1</translation>
    </message>
    <message>
        <source>To this kiosk’s disk</source>
        <translation>Auf die Festplatte dieses Kiosks</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Wake word</source>
        <translation>Aktivierungswort</translation>
    </message>
    <message>
        <source>is down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>is starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>less than an hour old</source>
        <translation>weniger als eine Stunde</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>works</source>
        <translation>läuft</translation>
    </message>
</context>
<context>
    <name>OperatorPhones</name>
    <message numerus="yes">
        <source>%n phone(s) may sign in. A new one needs a code from here, once.</source>
        <translation>
            <numerusform>%n Telefon darf sich anmelden. Ein neues braucht einmal einen Code von hier.</numerusform>
            <numerusform>%n Telefone dürfen sich anmelden. Ein neues braucht einmal einen Code von hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Anderer Code</translation>
    </message>
    <message>
        <source>Fingerprint of the store’s certificate: %1</source>
        <translation>Fingerabdruck des Zertifikats des Marktes: %1</translation>
    </message>
    <message>
        <source>Hide the code</source>
        <translation>Code ausblenden</translation>
    </message>
    <message>
        <source>Phones for staff</source>
        <translation>Telefone der Mitarbeitenden</translation>
    </message>
    <message>
        <source>QR code for a phone</source>
        <translation>QR-Code für ein Telefon</translation>
    </message>
    <message numerus="yes">
        <source>Scan it with the phone’s camera. It is good for one phone, for %n more minute(s).</source>
        <translation>
            <numerusform>Mit der Kamera des Telefons scannen. Er gilt für ein Telefon, noch %n Minute.</numerusform>
            <numerusform>Mit der Kamera des Telefons scannen. Er gilt für ein Telefon, noch %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show a code for a phone</source>
        <translation>Code für ein Telefon zeigen</translation>
    </message>
    <message>
        <source>Without a camera, open %1 and type</source>
        <translation>Ohne Kamera öffnen Sie %1 und tippen</translation>
    </message>
</context>
<context>
    <name>OperatorPin</name>
    <message numerus="yes">
        <source>%n digit(s) given</source>
        <translation>
            <numerusform>%n Ziffer eingegeben</numerusform>
            <numerusform>%n Ziffern eingegeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the shoppers</source>
        <translation>Zurück zur Kundschaft</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>For the operator of this kiosk</source>
        <translation>Für den Betrieb dieses Kiosks</translation>
    </message>
    <message>
        <source>No PIN has been set. On this machine’s console, run: aislewise operator pin</source>
        <translation>Es ist keine PIN gesetzt. In der Konsole dieses Geräts: aislewise operator pin</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Das ist nicht die PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again in %1 s.</source>
        <translation>Das ist nicht die PIN. Noch einmal in %1 s.</translation>
    </message>
    <message>
        <source>The PIN cannot be checked at the moment. Is the disk full?</source>
        <translation>Die PIN kann gerade nicht geprüft werden. Ist die Festplatte voll?</translation>
    </message>
    <message>
        <source>The file with the PIN is damaged. Set a new one on this machine’s console: aislewise operator pin</source>
        <translation>Die Datei mit der PIN ist beschädigt. Eine neue setzen, in der Konsole dieses Geräts: aislewise operator pin</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1 s.</source>
        <translation>Zu viele falsche PINs. Noch einmal in %1 s.</translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>was %1</source>
        <translation>vorher %1</translation>
    </message>
</context>
<context>
    <name>ProductFacts</name>
    <message>
        <source>About this product</source>
        <translation>Über dieses Produkt</translation>
    </message>
    <message>
        <source>Allergens and diet</source>
        <translation>Allergene und Ernährung</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>From the product label. If you have an allergy, please read the pack too.</source>
        <translation>Laut Etikett. Bei einer Allergie lesen Sie bitte auch die Packung.</translation>
    </message>
    <message>
        <source>Ingredients</source>
        <translation>Zutaten</translation>
    </message>
    <message>
        <source>May contain traces of</source>
        <translation>Kann Spuren enthalten von</translation>
    </message>
    <message>
        <source>No allergens are named on the label.</source>
        <translation>Auf dem Etikett sind keine Allergene genannt.</translation>
    </message>
    <message>
        <source>Nutrition</source>
        <translation>Nährwerte</translation>
    </message>
    <message>
        <source>Nutrition per %1</source>
        <translation>Nährwerte pro %1</translation>
    </message>
</context>
<context>
    <name>ProductHero</name>
    <message>
        <source>As of %1</source>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>For ages %1 and up. We check ID at checkout.</source>
        <translation>Ab %1 Jahren. An der Kasse prüfen wir den Ausweis.</translation>
    </message>
    <message>
        <source>Offer ends %1</source>
        <translation>Angebot bis %1</translation>
    </message>
</context>
<context>
    <name>ProductMissing</name>
    <message>
        <source>Ask a person</source>
        <translation>Jemanden fragen</translation>
    </message>
    <message>
        <source>I can’t look this up right now.</source>
        <translation>Das kann ich gerade nicht nachsehen.</translation>
    </message>
    <message>
        <source>I don’t know this product.</source>
        <translation>Dieses Produkt kenne ich nicht.</translation>
    </message>
    <message>
        <source>It may be new, or from another store. Scan it once more with the whole barcode in the light, or search for it by its name.</source>
        <translation>Vielleicht ist es neu oder aus einem anderen Laden. Scannen Sie es noch einmal, mit dem ganzen Strichcode im Licht, oder suchen Sie nach seinem Namen.</translation>
    </message>
    <message>
        <source>Please try again in a moment.</source>
        <translation>Bitte versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>The code that I read: %1</source>
        <translation>Gelesener Code: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>Add to my list</source>
        <translation>Auf meine Liste</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>Etwas dazu fragen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Goes well with it</source>
        <translation>Passt gut dazu</translation>
    </message>
    <message>
        <source>On your list, add one more</source>
        <translation>Auf Ihrer Liste, noch eins dazu</translation>
    </message>
    <message>
        <source>Other sizes</source>
        <translation>Andere Größen</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Similar products</source>
        <translation>Ähnliche Produkte</translation>
    </message>
    <message>
        <source>Something wrong here?</source>
        <translation>Stimmt hier etwas nicht?</translation>
    </message>
    <message>
        <source>Take one of these instead</source>
        <translation>Nehmen Sie stattdessen eines davon</translation>
    </message>
    <message>
        <source>The like for less</source>
        <translation>Ähnliches für weniger</translation>
    </message>
</context>
<context>
    <name>ProductPlace</name>
    <message>
        <source>Shelf %1, counted from the floor</source>
        <translation>Fach %1, von unten gezählt</translation>
    </message>
    <message>
        <source>Show me the way</source>
        <translation>Weg zeigen</translation>
    </message>
</context>
<context>
    <name>ProductTile</name>
    <message>
        <source>Aisle %1</source>
        <translation>Gang %1</translation>
    </message>
</context>
<context>
    <name>ProductWrong</name>
    <message>
        <source>I could not keep that just now. Please try again, or tell a member of staff.</source>
        <translation>Das ließ sich gerade nicht speichern. Versuchen Sie es noch einmal, oder sagen Sie es unserem Team.</translation>
    </message>
    <message>
        <source>Ingredients, allergens or nutrition are wrong</source>
        <translation>Zutaten, Allergene oder Nährwerte sind falsch</translation>
    </message>
    <message>
        <source>It is not on the shelf</source>
        <translation>Es steht nicht im Regal</translation>
    </message>
    <message>
        <source>It stands somewhere else</source>
        <translation>Es steht woanders</translation>
    </message>
    <message>
        <source>Name, size or picture are wrong</source>
        <translation>Name, Größe oder Bild sind falsch</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>Tap what is wrong. Nothing about you is kept.</source>
        <translation>Tippen Sie an, was falsch ist. Über Sie wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>Tell a member of staff</source>
        <translation>Unserem Team sagen</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Danke!</translation>
    </message>
    <message>
        <source>The price on the shelf is another</source>
        <translation>Am Regal steht ein anderer Preis</translation>
    </message>
    <message>
        <source>The store will check it. Nothing about you was kept.</source>
        <translation>Der Markt prüft es. Über Sie wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>What is wrong here?</source>
        <translation>Was stimmt hier nicht?</translation>
    </message>
</context>
<context>
    <name>ReachPanel</name>
    <message>
        <source>I am an automated assistant. Everything to touch is below.</source>
        <translation>Ich bin ein automatischer Assistent. Alles zum Berühren ist unten.</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>Read this page aloud</source>
        <translation>Diese Seite vorlesen</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Nicht weiter vorlesen</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Ask a person</source>
        <translation>Jemanden fragen</translation>
    </message>
    <message>
        <source>Hold the barcode in front of the scanner.</source>
        <translation>Halten Sie den Strichcode vor den Scanner.</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>Produkt scannen</translation>
    </message>
    <message>
        <source>Search by name or number</source>
        <translation>Nach Name oder Nummer suchen</translation>
    </message>
    <message>
        <source>You see its price, what is in it and where it belongs. You can scan on any page.</source>
        <translation>Sie sehen Preis, Inhalt und Platz. Scannen geht auf jeder Seite.</translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filtern und sortieren</translation>
    </message>
    <message>
        <source>Filter and sort (%1)</source>
        <translation>Filtern und sortieren (%1)</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Vorrätig</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Reduziert</translation>
    </message>
    <message>
        <source>Tap to lift this filter</source>
        <translation>Antippen, um den Filter aufzuheben</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Bis %1</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>SearchFilters</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Passt am besten</translation>
    </message>
    <message>
        <source>Best value by amount</source>
        <translation>Günstigster Preis je Menge</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>Ernährung</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filtern und sortieren</translation>
    </message>
    <message>
        <source>In stock (%1)</source>
        <translation>Vorrätig (%1)</translation>
    </message>
    <message>
        <source>Lift all filters</source>
        <translation>Alle Filter aufheben</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>Niedrigster Preis</translation>
    </message>
    <message>
        <source>Name A to Z</source>
        <translation>Name von A bis Z</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Reduced (%1)</source>
        <translation>Reduziert (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Show %n product(s)</source>
        <translation>
            <numerusform>%n Produkt zeigen</numerusform>
            <numerusform>%n Produkte zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Nur zeigen</translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Up to %1 (%2)</source>
        <translation>Bis %1 (%2)</translation>
    </message>
</context>
<context>
    <name>SearchNothing</name>
    <message>
        <source>Ask a person</source>
        <translation>Jemanden fragen</translation>
    </message>
    <message>
        <source>Ask the assistant</source>
        <translation>Den Assistenten fragen</translation>
    </message>
    <message>
        <source>Did you mean</source>
        <translation>Meinten Sie</translation>
    </message>
    <message>
        <source>I can’t search right now.</source>
        <translation>Ich kann gerade nicht suchen.</translation>
    </message>
    <message>
        <source>I found nothing for “%1”</source>
        <translation>Zu „%1“ habe ich nichts gefunden</translation>
    </message>
    <message>
        <source>Lift all filters</source>
        <translation>Alle Filter aufheben</translation>
    </message>
    <message>
        <source>Nothing matches these filters.</source>
        <translation>Zu diesen Filtern passt nichts.</translation>
    </message>
    <message>
        <source>Perhaps one of these</source>
        <translation>Vielleicht eines davon</translation>
    </message>
    <message>
        <source>Please try again in a moment, or ask a member of staff.</source>
        <translation>Versuchen Sie es gleich noch einmal, oder fragen Sie unser Team.</translation>
    </message>
    <message>
        <source>Popular here</source>
        <translation>Beliebt</translation>
    </message>
    <message>
        <source>There is nothing here at the moment.</source>
        <translation>Hier ist im Moment nichts.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try fewer or other words. A member of staff can also check for you.</source>
        <translation>Versuchen Sie weniger oder andere Wörter. Unser Team sieht auch gern für Sie nach.</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Back up</source>
        <translation>Zurück nach oben</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Weiter nach unten</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>Im Angebot</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Search products and brands</source>
        <translation>Produkte und Marken suchen</translation>
    </message>
    <message>
        <source>Showing results for “%1”</source>
        <translation>Ergebnisse für „%1“</translation>
    </message>
    <message>
        <source>Tap two to four products to compare them.</source>
        <translation>Tippen Sie zwei bis vier Produkte an, um sie zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>SearchStart</name>
    <message>
        <source>Departments</source>
        <translation>Abteilungen</translation>
    </message>
    <message>
        <source>Popular here</source>
        <translation>Beliebt</translation>
    </message>
</context>
<context>
    <name>ShellBar</name>
    <message>
        <source>Ask me</source>
        <translation>Fragen Sie</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>Hilfe rufen</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>Leichter bedienen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Meine Liste</translation>
    </message>
    <message>
        <source>Tap to stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation>Sprechen</translation>
    </message>
</context>
<context>
    <name>StaffElse</name>
    <message>
        <source>Ask the assistant</source>
        <translation>Den Assistenten fragen</translation>
    </message>
    <message>
        <source>Look at the map</source>
        <translation>Den Plan ansehen</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>Inzwischen</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>Im Markt suchen</translation>
    </message>
    <message>
        <source>See the offers</source>
        <translation>Angebote ansehen</translation>
    </message>
    <message>
        <source>Take my list along</source>
        <translation>Meine Liste mitnehmen</translation>
    </message>
    <message>
        <source>What else there is</source>
        <translation>Was es sonst noch gibt</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Back, it is not urgent</source>
        <translation>Zurück, es ist nicht dringend</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>Hilfe rufen</translation>
    </message>
    <message>
        <source>I could not call anybody just now.</source>
        <translation>Ich konnte gerade niemanden rufen.</translation>
    </message>
    <message>
        <source>If a life is in danger, call the emergency services too.</source>
        <translation>Bei Lebensgefahr rufen Sie bitte auch den Notruf.</translation>
    </message>
    <message>
        <source>Please try again, or speak to any member of staff or the service desk.</source>
        <translation>Versuchen Sie es noch einmal, oder wenden Sie sich an unser Team oder den Servicepunkt.</translation>
    </message>
    <message>
        <source>Tap a reason. Somebody comes to this kiosk.</source>
        <translation>Tippen Sie auf einen Grund. Jemand kommt zu diesem Kiosk.</translation>
    </message>
    <message>
        <source>Urgent help</source>
        <translation>Dringende Hilfe</translation>
    </message>
    <message>
        <source>What can we help you with?</source>
        <translation>Womit können wir Ihnen helfen?</translation>
    </message>
    <message>
        <source>What is happening? Everyone in the store is alerted at once.</source>
        <translation>Was ist los? Das ganze Team wird sofort alarmiert.</translation>
    </message>
</context>
<context>
    <name>StaffStatus</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Noch einmal rufen</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Gerufen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>I don’t need help any more</source>
        <translation>Ich brauche keine Hilfe mehr</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Show me something like it</source>
        <translation>Etwas Ähnliches zeigen</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Angenommen</translation>
    </message>
    <message numerus="yes">
        <source>called %n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute gerufen</numerusform>
            <numerusform>vor %n Minuten gerufen</numerusform>
        </translation>
    </message>
    <message>
        <source>called just now</source>
        <translation>gerade gerufen</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>For example: a red jacket, by the door</source>
        <translation>Zum Beispiel: rote Jacke, an der Tür</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Tell them what it is about</source>
        <translation>Sagen Sie, worum es geht</translation>
    </message>
    <message>
        <source>That did not reach them. Please try again.</source>
        <translation>Das kam nicht an. Bitte noch einmal.</translation>
    </message>
    <message>
        <source>Write it here</source>
        <translation>Hier schreiben</translation>
    </message>
    <message>
        <source>You said: %1</source>
        <translation>Sie sagten: %1</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One less of %1</source>
        <translation>Eins weniger: %1</translation>
    </message>
    <message>
        <source>One more of %1</source>
        <translation>Eins mehr: %1</translation>
    </message>
</context>
<context>
    <name>StoreMark</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
</context>
<context>
    <name>TalkChoices</name>
    <message>
        <source>No, something else</source>
        <translation>Nein, etwas anderes</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Nichts davon</translation>
    </message>
    <message>
        <source>Type it instead</source>
        <translation>Lieber tippen</translation>
    </message>
</context>
<context>
    <name>TalkFeedback</name>
    <message>
        <source>Bad answer</source>
        <translation>Schlechte Antwort</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>Gute Antwort</translation>
    </message>
    <message>
        <source>Rude or offensive</source>
        <translation>Unhöflich oder verletzend</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>Something is not true</source>
        <translation>Etwas stimmt nicht</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Danke.</translation>
    </message>
    <message>
        <source>Thank you. The store can look at what went wrong; who you are is not kept.</source>
        <translation>Danke. Der Markt kann nachsehen, was falsch war; wer Sie sind, wird nicht gespeichert.</translation>
    </message>
    <message>
        <source>The wrong product</source>
        <translation>Das falsche Produkt</translation>
    </message>
    <message>
        <source>What was wrong?</source>
        <translation>Was war falsch?</translation>
    </message>
    <message>
        <source>You did not understand me</source>
        <translation>Sie haben mich nicht verstanden</translation>
    </message>
</context>
<context>
    <name>TalkPage</name>
    <message>
        <source>Ask me anything about the store</source>
        <translation>Fragen Sie mich alles über den Markt</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>Automated, not a person</source>
        <translation>Kein Mensch</translation>
    </message>
    <message>
        <source>Call a person</source>
        <translation>Jemanden rufen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>I am an automated assistant; nothing you say is recorded.</source>
        <translation>Ich bin ein automatischer Assistent; nichts wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>I need a gift for a child</source>
        <translation>Ich brauche ein Geschenk für ein Kind</translation>
    </message>
    <message>
        <source>I’m done</source>
        <translation>Ich bin fertig</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>Nicht weiter vorlesen</translation>
    </message>
    <message>
        <source>Tap the microphone and talk, or type below. I am an automated assistant; nothing you say is recorded.</source>
        <translation>Tippen Sie auf das Mikrofon und sprechen Sie, oder schreiben Sie unten. Ich bin ein automatischer Assistent; nichts wird aufgezeichnet.</translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation>Sprechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Type below in your own words. I am an automated assistant.</source>
        <translation>Schreiben Sie unten mit eigenen Worten. Ich bin ein automatischer Assistent.</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Lieber tippen</translation>
    </message>
    <message>
        <source>Type your question</source>
        <translation>Frage eintippen</translation>
    </message>
    <message>
        <source>What is on offer?</source>
        <translation>Was ist im Angebot?</translation>
    </message>
    <message>
        <source>When are you open?</source>
        <translation>Wann haben Sie geöffnet?</translation>
    </message>
    <message>
        <source>Where is the oat milk?</source>
        <translation>Wo steht die Hafermilch?</translation>
    </message>
</context>
<context>
    <name>TalkTurn</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Automated assistant</source>
        <translation>Automatischer Assistent</translation>
    </message>
    <message>
        <source>Call a member of staff</source>
        <translation>Jemanden aus dem Team rufen</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Nebeneinander vergleichen</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Aus: %1</translation>
    </message>
    <message>
        <source>From %1, %2</source>
        <translation>Aus: %1, %2</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Open my list</source>
        <translation>Meine Liste öffnen</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Noch einmal sagen</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation>%1 weitere zeigen</translation>
    </message>
    <message>
        <source>Show me the way</source>
        <translation>Weg zeigen</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>the current offers</source>
        <translation>aktuelle Angebote</translation>
    </message>
    <message>
        <source>the shelf label</source>
        <translation>Regaletikett</translation>
    </message>
    <message>
        <source>the store plan</source>
        <translation>Marktplan</translation>
    </message>
    <message>
        <source>the store’s opening hours</source>
        <translation>Öffnungszeiten</translation>
    </message>
    <message>
        <source>the store’s own information</source>
        <translation>Angaben des Marktes</translation>
    </message>
    <message>
        <source>the store’s own rules</source>
        <translation>Regeln des Marktes</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>VoiceStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Hello, I am an automated assistant. Ask me where something is, what it costs, or for a person.</source>
        <translation>Hallo, ich bin ein automatischer Assistent. Fragen Sie, wo etwas steht, was es kostet, oder nach einem Menschen.</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>Nicht weiter vorlesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>WayWords</name>
    <message>
        <source>%1 ft</source>
        <translation>%1 Fuß</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>Bay %1 is in front of you.</source>
        <translation>Regal %1 ist vor Ihnen.</translation>
    </message>
    <message>
        <source>Bay %1 is on your left.</source>
        <translation>Regal %1 ist links von Ihnen.</translation>
    </message>
    <message>
        <source>Bay %1 is on your right.</source>
        <translation>Regal %1 ist rechts von Ihnen.</translation>
    </message>
    <message>
        <source>From this kiosk, walk %1 towards %2.</source>
        <translation>Gehen Sie von diesem Kiosk %1 in Richtung %2.</translation>
    </message>
    <message>
        <source>From this kiosk, walk %1.</source>
        <translation>Gehen Sie von diesem Kiosk %1.</translation>
    </message>
    <message>
        <source>Turn around and walk %1.</source>
        <translation>Drehen Sie sich um und gehen Sie %1.</translation>
    </message>
    <message>
        <source>Turn left and walk %1 to %2.</source>
        <translation>Links abbiegen und %1 bis %2 gehen.</translation>
    </message>
    <message>
        <source>Turn left and walk %1.</source>
        <translation>Links abbiegen und %1 gehen.</translation>
    </message>
    <message>
        <source>Turn right and walk %1 to %2.</source>
        <translation>Rechts abbiegen und %1 bis %2 gehen.</translation>
    </message>
    <message>
        <source>Turn right and walk %1.</source>
        <translation>Rechts abbiegen und %1 gehen.</translation>
    </message>
    <message>
        <source>aisle %1</source>
        <translation>Gang %1</translation>
    </message>
</context>
<context>
    <name>style</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>symbols</name>
    <message>
        <source>abc</source>
        <translation>abc</translation>
    </message>
</context>
</TS>
