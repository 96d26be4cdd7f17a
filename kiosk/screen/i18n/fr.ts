<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AttractPage</name>
    <message>
        <source>I am an automated assistant. Our staff are only a tap away.</source>
        <translation>Je suis un assistant automatique. Notre équipe est à une touche de vous.</translation>
    </message>
    <message>
        <source>I know every shelf in the store.</source>
        <translation>Je connais chaque rayon du magasin.</translation>
    </message>
    <message>
        <source>Looking for something?</source>
        <translation>Vous cherchez quelque chose&#xa0;?</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>En promotion</translation>
    </message>
    <message>
        <source>Or just say “%1”.</source>
        <translation>Ou dites simplement «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Tap or talk: I know every shelf in the store.</source>
        <translation>Touchez ou parlez&#xa0;: je connais chaque rayon du magasin.</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Touchez pour commencer</translation>
    </message>
</context>
<context>
    <name>AwayOverlay</name>
    <message>
        <source>One moment, I’m coming back</source>
        <translation>Un instant, je reviens</translation>
    </message>
    <message>
        <source>One moment, I’m getting ready</source>
        <translation>Un instant, je me prépare</translation>
    </message>
    <message>
        <source>This takes a few seconds. If you need help now, any member of staff is glad to help.</source>
        <translation>Cela prend quelques secondes. Si vous avez besoin d’aide tout de suite, notre équipe vous aidera volontiers.</translation>
    </message>
</context>
<context>
    <name>CallWords</name>
    <message>
        <source>%1 came and found nobody.</source>
        <translation>%1 est venu et n’a trouvé personne.</translation>
    </message>
    <message>
        <source>%1 could not come after all. I am calling again.</source>
        <translation>%1 n’a finalement pas pu venir. Je rappelle.</translation>
    </message>
    <message>
        <source>%1 has asked a colleague.</source>
        <translation>%1 a demandé à un collègue de venir.</translation>
    </message>
    <message>
        <source>%1 has helped you. Thank you!</source>
        <translation>%1 vous a aidé. Merci&#xa0;!</translation>
    </message>
    <message>
        <source>%1 has your call</source>
        <translation>%1 a reçu votre appel</translation>
    </message>
    <message>
        <source>%1 has your call.</source>
        <translation>%1 a reçu votre appel.</translation>
    </message>
    <message>
        <source>%1 is on the way</source>
        <translation>%1 arrive</translation>
    </message>
    <message>
        <source>%1 is on the way to you.</source>
        <translation>%1 arrive.</translation>
    </message>
    <message>
        <source>%1 looked: we do not have it.</source>
        <translation>%1 a vérifié : nous ne l’avons pas.</translation>
    </message>
    <message>
        <source>%1 takes longer than usual.</source>
        <translation>%1 met plus de temps que d’habitude.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Un collègue</translation>
    </message>
    <message>
        <source>A member of staff has been called</source>
        <translation>Quelqu’un de l’équipe a été appelé</translation>
    </message>
    <message>
        <source>As soon as a colleague takes your call, you see their name here. Please stay near this kiosk; you can go on using it.</source>
        <translation>Dès qu’un collègue prend votre appel, son nom s’affiche ici. Restez près de cette borne&#xa0;; vous pouvez continuer à l’utiliser.</translation>
    </message>
    <message>
        <source>Call again any time.</source>
        <translation>Rappelez quand vous voulez.</translation>
    </message>
    <message>
        <source>Everyone in the store is being alerted.</source>
        <translation>Toute l’équipe est alertée.</translation>
    </message>
    <message>
        <source>Glad we could help</source>
        <translation>Ravis de vous avoir aidé</translation>
    </message>
    <message>
        <source>Help is being called right now</source>
        <translation>Nous appelons à l’aide en ce moment</translation>
    </message>
    <message>
        <source>I am on my way to you.</source>
        <translation>J’arrive.</translation>
    </message>
    <message>
        <source>I am ringing everyone once more.</source>
        <translation>Je rappelle toute l’équipe.</translation>
    </message>
    <message numerus="yes">
        <source>I am sorry, nobody has answered for %n minute(s). At the service desk you may be helped sooner.</source>
        <translation>
            <numerusform>Désolé, personne n’a répondu depuis %n minute. À l’accueil, on vous aidera peut-être plus vite.</numerusform>
            <numerusform>Désolé, personne n’a répondu depuis %n minutes. À l’accueil, on vous aidera peut-être plus vite.</numerusform>
        </translation>
    </message>
    <message>
        <source>I am sorry, nobody has answered yet. At the service desk you may be helped sooner.</source>
        <translation>Désolé, personne n’a encore répondu. À l’accueil, on vous aidera peut-être plus vite.</translation>
    </message>
    <message>
        <source>I am sorry, this takes longer than it should. If %1 is not here yet, the service desk can help you too.</source>
        <translation>Désolé, cela prend plus de temps que prévu. Si %1 n’est pas encore là, l’accueil peut aussi vous aider.</translation>
    </message>
    <message>
        <source>I am sorry, we have none left.</source>
        <translation>Désolé, il n’en reste plus.</translation>
    </message>
    <message>
        <source>I am sorry. Shall I show you something like it?</source>
        <translation>Désolé. Voulez-vous voir quelque chose de semblable ?</translation>
    </message>
    <message>
        <source>I have rung them again.</source>
        <translation>Je les ai rappelés.</translation>
    </message>
    <message>
        <source>I will be with you in five minutes.</source>
        <translation>Je suis à vous dans cinq minutes.</translation>
    </message>
    <message>
        <source>I will be with you in two minutes.</source>
        <translation>Je suis à vous dans deux minutes.</translation>
    </message>
    <message>
        <source>I will have a look for you.</source>
        <translation>Je vais regarder pour vous.</translation>
    </message>
    <message>
        <source>Is there anything else? Just ask.</source>
        <translation>Autre chose&#xa0;? Demandez simplement.</translation>
    </message>
    <message>
        <source>No colleague has the calls open on a phone right now. I can still ring; at the service desk you may be helped sooner.</source>
        <translation>Personne n’a les appels ouverts sur un téléphone. Je peux quand même appeler&#xa0;; à l’accueil, on vous aidera peut-être plus vite.</translation>
    </message>
    <message>
        <source>No colleague has the calls open on a phone right now. It goes on ringing; at the service desk you may be helped sooner.</source>
        <translation>Personne n’a les appels ouverts sur un téléphone. Cela continue de sonner&#xa0;; à l’accueil, on vous aidera peut-être plus vite.</translation>
    </message>
    <message>
        <source>Nobody could come this time</source>
        <translation>Personne n’a pu venir cette fois</translation>
    </message>
    <message>
        <source>Nobody could come. Please go to the service desk.</source>
        <translation>Personne n’a pu venir. Adressez-vous à l’accueil, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Nobody has answered yet. Call out for help, or call the emergency services.</source>
        <translation>Personne n’a encore répondu. Appelez à l’aide à voix haute ou appelez les secours.</translation>
    </message>
    <message>
        <source>Nobody has answered yet. See what else you can do.</source>
        <translation>Personne n’a encore répondu. Voyez ce que vous pouvez faire d’autre.</translation>
    </message>
    <message>
        <source>Nobody has answered yet: I have called the shift lead, too.</source>
        <translation>Personne n’a encore répondu&#xa0;: j’ai aussi appelé le responsable.</translation>
    </message>
    <message>
        <source>Nobody has answered yet: everyone in the store is being called now.</source>
        <translation>Personne n’a encore répondu&#xa0;: toute l’équipe est appelée.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now, so please do not wait for us: if a life is in danger, call the emergency services at once.</source>
        <translation>Personne n’est de service pour l’instant, alors ne nous attendez pas : si une vie est en danger, appelez tout de suite les secours.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now. You can still call: your call is kept for four hours, and it rings as soon as someone is here.</source>
        <translation>Personne n’est de service pour l’instant. Vous pouvez quand même appeler : votre appel est gardé quatre heures et sonnera dès que quelqu’un sera là.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now. Your call is kept for four hours, and it rings as soon as someone is here.</source>
        <translation>Personne n’est de service pour l’instant. Votre appel est gardé quatre heures et sonnera dès que quelqu’un sera là.</translation>
    </message>
    <message>
        <source>Nobody will come. You can call again at any time.</source>
        <translation>Personne ne viendra. Vous pouvez rappeler à tout moment.</translation>
    </message>
    <message>
        <source>Please come to the service desk.</source>
        <translation>Venez à l’accueil, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Please stay near this kiosk, %1 will find you here.</source>
        <translation>Restez près de cette borne, %1 vous trouvera ici.</translation>
    </message>
    <message>
        <source>Please stay near this kiosk, we will find you here.</source>
        <translation>Restez près de cette borne, nous vous trouverons ici.</translation>
    </message>
    <message>
        <source>Somebody has already called for this. Whoever comes helps you, too.</source>
        <translation>Quelqu’un a déjà appelé pour cela. La personne qui vient vous aidera aussi.</translation>
    </message>
    <message>
        <source>Stay at this kiosk if it is safe, so that we find you. If a life is in danger, call the emergency services too.</source>
        <translation>Si vous êtes en sécurité, restez près de cette borne pour que nous vous trouvions. Si une vie est en danger, appelez aussi les secours.</translation>
    </message>
    <message>
        <source>Urgent call sent. Staff have been alerted.</source>
        <translation>Appel urgent envoyé. L’équipe est alertée.</translation>
    </message>
    <message numerus="yes">
        <source>Usually somebody answers within about %n minute(s).</source>
        <translation>
            <numerusform>D’habitude, quelqu’un répond en %n minute environ.</numerusform>
            <numerusform>D’habitude, quelqu’un répond en %n minutes environ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Usually somebody answers within half a minute.</source>
        <translation>D’habitude, quelqu’un répond en une demi-minute.</translation>
    </message>
    <message numerus="yes">
        <source>Usually somebody is here within about %n minute(s) of a call.</source>
        <translation>
            <numerusform>D’habitude, quelqu’un est là en %n minute environ après l’appel.</numerusform>
            <numerusform>D’habitude, quelqu’un est là en %n minutes environ après l’appel.</numerusform>
        </translation>
    </message>
    <message>
        <source>We are sorry. Please go to the service desk.</source>
        <translation>Nous sommes désolés. Adressez-vous à l’accueil, s’il vous plaît.</translation>
    </message>
    <message>
        <source>We have called a member of staff.</source>
        <translation>Nous avons appelé quelqu’un de l’équipe.</translation>
    </message>
    <message>
        <source>You need not wait here. Write what it is about, for whoever comes.</source>
        <translation>Inutile d’attendre ici. Écrivez de quoi il s’agit, pour qui viendra.</translation>
    </message>
    <message>
        <source>Your call is kept</source>
        <translation>Votre appel est gardé</translation>
    </message>
    <message>
        <source>Your call is kept: nobody is on shift right now.</source>
        <translation>Votre appel est gardé : personne n’est de service pour l’instant.</translation>
    </message>
    <message>
        <source>Your call was cancelled</source>
        <translation>Votre appel a été annulé</translation>
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
        <translation>Tous les boutons dans la moitié basse de l’écran.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>Plus facile à utiliser</translation>
    </message>
    <message>
        <source>Everything within reach</source>
        <translation>Tout à portée de main</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>I wait longer before I ask whether you are still there.</source>
        <translation>J’attends plus longtemps avant de demander si vous êtes là.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Moins d’animations</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Plus de temps</translation>
    </message>
    <message>
        <source>Nothing slides, fades or blinks.</source>
        <translation>Rien ne glisse, ne s’estompe ni ne clignote.</translation>
    </message>
    <message>
        <source>Read this page aloud</source>
        <translation>Lire cette page à voix haute</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texte plus petit</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message numerus="yes">
        <source>Compare %n product(s)</source>
        <translation>
            <numerusform>Comparer %n produit</numerusform>
            <numerusform>Comparer %n produits</numerusform>
        </translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Laisser tomber</translation>
    </message>
    <message>
        <source>Pick two at least</source>
        <translation>Choisissez-en au moins deux</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Recommencer</translation>
    </message>
</context>
<context>
    <name>CompareHeads</name>
    <message>
        <source>Take %1 out of the comparison</source>
        <translation>Retirer %1 de la comparaison</translation>
    </message>
</context>
<context>
    <name>CompareLine</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1 pour %2</translation>
    </message>
    <message>
        <source>%1 in 100 g or ml</source>
        <translation>%1 pour 100 g ou ml</translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Best value</source>
        <translation>Le plus avantageux</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Contient</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>Régime</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>Le moins cher</translation>
    </message>
    <message>
        <source>May contain traces of</source>
        <translation>Traces possibles de</translation>
    </message>
    <message>
        <source>None named</source>
        <translation>Non indiqué</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Promotion</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Price by amount</source>
        <translation>Prix à la quantité</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Stock</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Où il se trouve</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>différent</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Add another</source>
        <translation>En ajouter un</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>Différences seulement</translation>
    </message>
    <message>
        <source>Find products</source>
        <translation>Chercher des produits</translation>
    </message>
    <message>
        <source>From the product labels. If you have an allergy, please read the pack too.</source>
        <translation>D’après les étiquettes. En cas d’allergie, lisez aussi l’emballage.</translation>
    </message>
    <message>
        <source>I can’t compare these right now.</source>
        <translation>Je ne peux pas les comparer pour l’instant.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Tap one to compare it</source>
        <translation>Touchez-en un pour le comparer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>What shall I compare?</source>
        <translation>Que dois-je comparer&#xa0;?</translation>
    </message>
    <message>
        <source>With what shall I compare it?</source>
        <translation>Avec quoi le comparer&#xa0;?</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>FloorPlan</name>
    <message>
        <source>Map of the store</source>
        <translation>Plan du magasin</translation>
    </message>
    <message>
        <source>Map of the store with the way past everything on your list</source>
        <translation>Plan du magasin avec le chemin de toute votre liste</translation>
    </message>
    <message>
        <source>Map of the store with the way to aisle %1</source>
        <translation>Plan du magasin avec le chemin vers l’allée %1</translation>
    </message>
    <message>
        <source>Map of the store with the way to aisle %1, bay %2</source>
        <translation>Plan du magasin avec le chemin vers l’allée %1, travée %2</translation>
    </message>
    <message>
        <source>The map is not here yet.</source>
        <translation>Le plan n’est pas encore là.</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Vous êtes ici</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 each</source>
        <translation>%1 l’unité</translation>
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
        <translation>%1 / %2</translation>
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
            <numerusform>%n en stock</numerusform>
            <numerusform>%n en stock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n produit</numerusform>
            <numerusform>%n produits</numerusform>
        </translation>
    </message>
    <message>
        <source>A helping hand</source>
        <translation>Un coup de main</translation>
    </message>
    <message>
        <source>Age check</source>
        <translation>Contrôle de l’âge</translation>
    </message>
    <message>
        <source>Aisle %1</source>
        <translation>Allée %1</translation>
    </message>
    <message>
        <source>Aisle %1, bay %2</source>
        <translation>Allée %1, travée %2</translation>
    </message>
    <message>
        <source>Aisles %1</source>
        <translation>Allées %1</translation>
    </message>
    <message>
        <source>Allergy question</source>
        <translation>Question d’allergie</translation>
    </message>
    <message>
        <source>Ask a member of staff</source>
        <translation>Demandez à l’équipe</translation>
    </message>
    <message>
        <source>Carbohydrate</source>
        <translation>Glucides</translation>
    </message>
    <message>
        <source>Checking stock</source>
        <translation>Vérifier le stock</translation>
    </message>
    <message>
        <source>Closed now, opens %1 at %2</source>
        <comment>a weekday and a time</comment>
        <translation>Fermé, ouvre %1 à %2</translation>
    </message>
    <message>
        <source>Closed now, opens at %1</source>
        <translation>Fermé, ouvre à %1</translation>
    </message>
    <message>
        <source>Closed now, opens tomorrow at %1</source>
        <translation>Fermé, ouvre demain à %1</translation>
    </message>
    <message>
        <source>Closed right now</source>
        <translation>Fermé en ce moment</translation>
    </message>
    <message>
        <source>Did you say one of these?</source>
        <translation>Avez-vous dit l’une de ces phrases&#xa0;?</translation>
    </message>
    <message>
        <source>Did you say “%1” or “%2”?</source>
        <translation>Avez-vous dit «&#xa0;%1&#xa0;» ou «&#xa0;%2&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Did you say “%1”?</source>
        <translation>Avez-vous dit «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Urgence</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Énergie</translation>
    </message>
    <message>
        <source>Fat</source>
        <translation>Matières grasses</translation>
    </message>
    <message>
        <source>Fiber</source>
        <translation>Fibres</translation>
    </message>
    <message>
        <source>Finding something</source>
        <translation>Trouver quelque chose</translation>
    </message>
    <message>
        <source>Health and medicine</source>
        <translation>Santé et médicaments</translation>
    </message>
    <message>
        <source>Help at checkout</source>
        <translation>Aide en caisse</translation>
    </message>
    <message>
        <source>I am listening …</source>
        <translation>Je vous écoute …</translation>
    </message>
    <message>
        <source>I can’t answer right now. Please try again in a moment, or call a member of staff.</source>
        <translation>Je ne peux pas répondre pour l’instant. Réessayez dans un moment ou appelez l’équipe.</translation>
    </message>
    <message>
        <source>I can’t hear at the moment. You can type, or call a person.</source>
        <translation>Je n’entends pas pour l’instant. Vous pouvez écrire ou appeler quelqu’un.</translation>
    </message>
    <message>
        <source>I can’t listen just yet. Please try again in a moment, or type your question.</source>
        <translation>Je ne peux pas encore écouter. Réessayez dans un moment ou écrivez votre question.</translation>
    </message>
    <message>
        <source>I did not hear anything. Please try again, or type your question.</source>
        <translation>Je n’ai rien entendu. Réessayez ou écrivez votre question.</translation>
    </message>
    <message>
        <source>I don’t feel safe</source>
        <translation>Je ne me sens pas en sécurité</translation>
    </message>
    <message>
        <source>I read your language, but I do not hear it here. Please type your question.</source>
        <translation>Je lis votre langue, mais ici je ne la comprends pas à l’oral. Écrivez votre question, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Lost child</source>
        <translation>Enfant perdu</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un instant …</translation>
    </message>
    <message numerus="yes">
        <source>Only %n left</source>
        <translation>
            <numerusform>Plus que %n</numerusform>
            <numerusform>Plus que %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a locked case</source>
        <translation>Ouvrir une vitrine</translation>
    </message>
    <message>
        <source>Open day and night</source>
        <translation>Ouvert jour et nuit</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Ouvert jusqu’à %1</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Épuisé</translation>
    </message>
    <message>
        <source>Please say it once more, or type it.</source>
        <translation>Dites-le encore une fois, s’il vous plaît, ou écrivez-le.</translation>
    </message>
    <message>
        <source>Please say it once more.</source>
        <translation>Dites-le encore une fois, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Product advice</source>
        <translation>Conseil sur un produit</translation>
    </message>
    <message>
        <source>Protein</source>
        <translation>Protéines</translation>
    </message>
    <message>
        <source>Salt</source>
        <translation>Sel</translation>
    </message>
    <message>
        <source>Say which one, or tap it.</source>
        <translation>Dites lequel, ou touchez-le.</translation>
    </message>
    <message>
        <source>Someone is hurt</source>
        <translation>Quelqu’un est blessé</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Un problème est survenu</translation>
    </message>
    <message>
        <source>Sorry, I could not hear you. Please try again, or type your question.</source>
        <translation>Désolé, je ne vous ai pas entendu. Réessayez ou écrivez votre question.</translation>
    </message>
    <message>
        <source>Sorry, I lost what you said. Please say it again in a moment, or type it.</source>
        <translation>Désolé, j’ai perdu ce que vous avez dit. Redites-le dans un moment ou écrivez-le.</translation>
    </message>
    <message>
        <source>Sorry, that did not work. Shall I call a member of staff?</source>
        <translation>Désolé, cela n’a pas marché. Dois-je appeler quelqu’un de l’équipe&#xa0;?</translation>
    </message>
    <message>
        <source>Speak to a manager</source>
        <translation>Parler à un responsable</translation>
    </message>
    <message>
        <source>That was a bit loud for me. A little further away, please.</source>
        <translation>C’était un peu fort pour moi. Un peu plus loin, s’il vous plaît.</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <comment>a date without its year, as Qt writes formats</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>of which saturates</source>
        <translation>dont acides gras saturés</translation>
    </message>
    <message>
        <source>of which sugars</source>
        <translation>dont sucres</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>aujourd’hui à %1</translation>
    </message>
</context>
<context>
    <name>HearingLight</name>
    <message>
        <source>Listening</source>
        <translation>À l’écoute</translation>
    </message>
    <message>
        <source>You can speak</source>
        <translation>Vous pouvez parler</translation>
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
        <translation>Demandez-moi, par exemple</translation>
    </message>
    <message>
        <source>Can I pay with my phone?</source>
        <translation>Puis-je payer avec mon téléphone&#xa0;?</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Rayons</translation>
    </message>
    <message>
        <source>Do you cut keys?</source>
        <translation>Faites-vous des doubles de clés&#xa0;?</translation>
    </message>
    <message>
        <source>Do you deliver?</source>
        <translation>Livrez-vous à domicile&#xa0;?</translation>
    </message>
    <message>
        <source>Hello! What are you looking for?</source>
        <translation>Bonjour&#xa0;! Que cherchez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>How do I return something?</source>
        <translation>Comment rendre un article&#xa0;?</translation>
    </message>
    <message>
        <source>I am an automated assistant. Type what you need, in your own words.</source>
        <translation>Je suis un assistant automatique. Écrivez ce qu’il vous faut, avec vos mots.</translation>
    </message>
    <message>
        <source>I am an automated assistant. Type, or tap the microphone and talk.</source>
        <translation>Je suis un assistant automatique. Écrivez, ou touchez le micro et parlez.</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>En promotion</translation>
    </message>
    <message>
        <source>Popular now</source>
        <translation>Populaire en ce moment</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>Scanner un produit</translation>
    </message>
    <message>
        <source>Search products and brands</source>
        <translation>Chercher produits et marques</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>Chercher dans le magasin</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Tout voir</translation>
    </message>
    <message>
        <source>Shopping list</source>
        <translation>Liste de courses</translation>
    </message>
    <message>
        <source>Store information</source>
        <translation>Infos magasin</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>When are you open?</source>
        <translation>Quels sont vos horaires&#xa0;?</translation>
    </message>
    <message>
        <source>Where are the restrooms?</source>
        <translation>Où sont les toilettes&#xa0;?</translation>
    </message>
    <message>
        <source>You can say “Where is the oat milk?” or “Gluten-free pasta under 3 dollars”.</source>
        <translation>Vous pouvez dire «&#xa0;Où est le lait d’avoine&#xa0;?&#xa0;» ou «&#xa0;Des pâtes sans gluten à moins de 3 dollars&#xa0;».</translation>
    </message>
    <message>
        <source>You can type “Where is the oat milk?” or “Gluten-free pasta under 3 dollars”.</source>
        <translation>Vous pouvez écrire «&#xa0;Où est le lait d’avoine&#xa0;?&#xa0;» ou «&#xa0;Des pâtes sans gluten à moins de 3 dollars&#xa0;».</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous toujours là&#xa0;?</translation>
    </message>
    <message>
        <source>Give me more time</source>
        <translation>Il me faut plus de temps</translation>
    </message>
    <message>
        <source>I’m finished</source>
        <translation>J’ai fini</translation>
    </message>
    <message>
        <source>To keep your visit private, I forget everything when the time is up.</source>
        <translation>Pour protéger votre vie privée, j’oublie tout à la fin du temps.</translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation>Oui, je suis là</translation>
    </message>
</context>
<context>
    <name>InfoPage</name>
    <message>
        <source>%1 to %2</source>
        <comment>from a time to a time</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>About the store</source>
        <translation>À propos du magasin</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Fermé</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>Jour et nuit</translation>
    </message>
    <message>
        <source>Forget everything now</source>
        <translation>Tout oublier maintenant</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Bon à savoir</translation>
    </message>
    <message>
        <source>I am an automated assistant, not a person. What you say is worked out on this machine; no sound is kept or sent away. When you leave I forget your questions and your list.</source>
        <translation>Je suis un assistant automatique, pas une personne. Ce que vous dites est traité sur cette machine&#xa0;; aucun son n’est gardé ni envoyé. À votre départ, j’oublie vos questions et votre liste.</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>This kiosk and you</source>
        <translation>Cette borne et vous</translation>
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
        <translation>100 pièces</translation>
    </message>
    <message>
        <source>Active ingredient</source>
        <translation>Principe actif</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Alcohol by volume</source>
        <translation>Teneur en alcool</translation>
    </message>
    <message>
        <source>Baby</source>
        <translation>Bébé</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>Boulangerie</translation>
    </message>
    <message>
        <source>Batteries</source>
        <translation>Piles</translation>
    </message>
    <message>
        <source>Battery size</source>
        <translation>Taille de pile</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Luminosité</translation>
    </message>
    <message>
        <source>Burn time</source>
        <translation>Durée de combustion</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <source>Celery</source>
        <translation>Céleri</translation>
    </message>
    <message>
        <source>Chemistry</source>
        <translation>Type chimique</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Color temperature</source>
        <translation>Température de couleur</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Connecteur</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Couvre</translation>
    </message>
    <message>
        <source>Crustaceans</source>
        <translation>Crustacés</translation>
    </message>
    <message>
        <source>Dairy &amp; Eggs</source>
        <translation>Crèmerie et œufs</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>Diamètre</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Dimensions</translation>
    </message>
    <message>
        <source>Dimmable</source>
        <translation>Variateur compatible</translation>
    </message>
    <message>
        <source>Drinks</source>
        <translation>Boissons</translation>
    </message>
    <message>
        <source>Eggs</source>
        <translation>Œufs</translation>
    </message>
    <message>
        <source>Electronics &amp; Batteries</source>
        <translation>Électronique et piles</translation>
    </message>
    <message>
        <source>Fish</source>
        <translation>Poisson</translation>
    </message>
    <message>
        <source>Flavor</source>
        <translation>Goût</translation>
    </message>
    <message>
        <source>Food Cupboard</source>
        <translation>Épicerie</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Surgelés</translation>
    </message>
    <message>
        <source>Fruit &amp; Vegetables</source>
        <translation>Fruits et légumes</translation>
    </message>
    <message>
        <source>Garden</source>
        <translation>Jardin</translation>
    </message>
    <message>
        <source>Gluten</source>
        <translation>Gluten</translation>
    </message>
    <message>
        <source>Gluten-free</source>
        <translation>Sans gluten</translation>
    </message>
    <message>
        <source>Halal</source>
        <translation>Halal</translation>
    </message>
    <message>
        <source>Hardware &amp; DIY</source>
        <translation>Bricolage</translation>
    </message>
    <message>
        <source>Health &amp; Beauty</source>
        <translation>Santé et beauté</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Hauteur</translation>
    </message>
    <message>
        <source>Household &amp; Cleaning</source>
        <translation>Entretien de la maison</translation>
    </message>
    <message>
        <source>Kitchen &amp; Home</source>
        <translation>Cuisine et maison</translation>
    </message>
    <message>
        <source>Kosher</source>
        <translation>Casher</translation>
    </message>
    <message>
        <source>Lactose-free</source>
        <translation>Sans lactose</translation>
    </message>
    <message>
        <source>Lamp base</source>
        <translation>Culot</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Life stage</source>
        <translation>Stade de vie</translation>
    </message>
    <message>
        <source>Light Bulbs &amp; Lighting</source>
        <translation>Ampoules et éclairage</translation>
    </message>
    <message>
        <source>Lupin</source>
        <translation>Lupin</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Matière</translation>
    </message>
    <message>
        <source>Meat, Fish &amp; Deli</source>
        <translation>Viande, poisson, traiteur</translation>
    </message>
    <message>
        <source>Milk</source>
        <translation>Lait</translation>
    </message>
    <message>
        <source>Molluscs</source>
        <translation>Mollusques</translation>
    </message>
    <message>
        <source>Mustard</source>
        <translation>Moutarde</translation>
    </message>
    <message>
        <source>Nut-free</source>
        <translation>Sans fruits à coque</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Occasion</translation>
    </message>
    <message>
        <source>Organic</source>
        <translation>Bio</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origine</translation>
    </message>
    <message>
        <source>Peanuts</source>
        <translation>Arachide (cacahuète)</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>Animaux</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Pièces</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Puissance</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Remplace</translation>
    </message>
    <message>
        <source>Scent</source>
        <translation>Parfum</translation>
    </message>
    <message>
        <source>Sesame</source>
        <translation>Sésame</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Feuilles</translation>
    </message>
    <message>
        <source>Shellfish</source>
        <translation>Crustacés et mollusques</translation>
    </message>
    <message>
        <source>Snacks &amp; Sweets</source>
        <translation>Snacks et douceurs</translation>
    </message>
    <message>
        <source>Soy</source>
        <translation>Soja</translation>
    </message>
    <message>
        <source>Stationery &amp; Gifts</source>
        <translation>Papeterie et cadeaux</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Dosage</translation>
    </message>
    <message>
        <source>Sugar-free</source>
        <translation>Sans sucre</translation>
    </message>
    <message>
        <source>Suitable for</source>
        <translation>Convient pour</translation>
    </message>
    <message>
        <source>Sulphites</source>
        <translation>Sulfites</translation>
    </message>
    <message>
        <source>Tree nuts</source>
        <translation>Fruits à coque</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utilisation</translation>
    </message>
    <message>
        <source>Vegan</source>
        <translation>Végan</translation>
    </message>
    <message>
        <source>Vegetarian</source>
        <translation>Végétarien</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>Tension</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Wattage</source>
        <translation>Puissance (W)</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Wheat</source>
        <translation>Blé</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Largeur</translation>
    </message>
    <message>
        <source>fl oz</source>
        <comment>fluid ounce, after &apos;per&apos;</comment>
        <translation>fl oz</translation>
    </message>
    <message>
        <source>ft</source>
        <comment>foot, after &apos;per&apos;</comment>
        <translation>pied</translation>
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
        <translation>livre</translation>
    </message>
    <message>
        <source>m</source>
        <comment>meter</comment>
        <translation>m</translation>
    </message>
    <message>
        <source>oz</source>
        <comment>ounce, after &apos;per&apos;</comment>
        <translation>once</translation>
    </message>
    <message>
        <source>qt</source>
        <comment>quart, after &apos;per&apos;</comment>
        <translation>quart</translation>
    </message>
    <message>
        <source>sq ft</source>
        <comment>square foot, after &apos;per&apos;</comment>
        <translation>pied²</translation>
    </message>
</context>
<context>
    <name>LanguageNote</name>
    <message>
        <source>The assistant understands and answers English only. A person can help you at any time.</source>
        <translation>L’assistant ne comprend que l’anglais et répond en anglais. Une personne peut vous aider à tout moment.</translation>
    </message>
</context>
<context>
    <name>LetterPad</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Lettres</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
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
        <translation>%1&#xa0;: dans le panier</translation>
    </message>
    <message>
        <source>%1: not in the basket after all</source>
        <translation>%1&#xa0;: finalement pas dans le panier</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>%1, %2 in the basket</source>
        <translation>%1, %2 dans le panier</translation>
    </message>
    <message>
        <source>As I added it</source>
        <translation>Dans l’ordre d’ajout</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Find a product and tap “Add to my list”. I keep the list until you leave.</source>
        <translation>Cherchez un produit et touchez «&#xa0;Ajouter à ma liste&#xa0;». Je garde la liste jusqu’à votre départ.</translation>
    </message>
    <message>
        <source>In the order of the walk</source>
        <translation>Dans l’ordre du parcours</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Ma liste</translation>
    </message>
    <message>
        <source>Offers on several are taken off at the checkout.</source>
        <translation>Les offres par lot sont déduites en caisse.</translation>
    </message>
    <message>
        <source>Offers save you %1</source>
        <translation>Les promotions vous font gagner %1</translation>
    </message>
    <message>
        <source>Really clear it?</source>
        <translation>Vraiment l’effacer&#xa0;?</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>Chercher dans le magasin</translation>
    </message>
    <message>
        <source>Show me the way</source>
        <translation>Montrer le chemin</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>L’emporter</translation>
    </message>
    <message>
        <source>That could not be changed just now. Your list is as you see it here.</source>
        <translation>Cela n’a pas pu être changé. Votre liste est telle que vous la voyez.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Your list is empty</source>
        <translation>Votre liste est vide</translation>
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
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>As a message</source>
        <translation>En message</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>En texte</translation>
    </message>
    <message>
        <source>Code %1 of %2</source>
        <translation>Code %1 sur %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Point a scanner app at the code: it shows your list as text. No network is needed.</source>
        <translation>Visez le code avec une application de lecture&#xa0;: elle affiche votre liste en texte. Sans réseau.</translation>
    </message>
    <message>
        <source>Point your phone’s camera at the code. It opens a message with your list: keep it as a draft or send it to yourself. No network is needed.</source>
        <translation>Visez le code avec l’appareil photo de votre téléphone. Un message s’ouvre avec votre liste&#xa0;: gardez-le en brouillon ou envoyez-le-vous. Sans réseau.</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>L’imprimer</translation>
    </message>
    <message>
        <source>QR code with your list</source>
        <translation>Code QR avec votre liste</translation>
    </message>
    <message>
        <source>Shopping list, %1</source>
        <translation>Liste de courses, %1</translation>
    </message>
    <message>
        <source>Take your list along</source>
        <translation>Emportez votre liste</translation>
    </message>
    <message>
        <source>That did not work just now. Please try again, or ask a member of staff.</source>
        <translation>Cela n’a pas marché. Réessayez ou demandez à l’équipe.</translation>
    </message>
    <message>
        <source>The code before</source>
        <translation>Le code précédent</translation>
    </message>
    <message>
        <source>The next code</source>
        <translation>Le code suivant</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Your list is being printed.</source>
        <translation>Votre liste s’imprime.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>On your list</source>
        <translation>Dans votre liste</translation>
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
        <translation>Toutes les allées</translation>
    </message>
    <message>
        <source>Along my list</source>
        <translation>Selon ma liste</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>The way</source>
        <translation>Le chemin</translation>
    </message>
    <message>
        <source>The way along my list</source>
        <translation>Le chemin de ma liste</translation>
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
        <translation>Vers le bas</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>The whole store</source>
        <translation>Tout le magasin</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>Vers la gauche</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>Vers la droite</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Vers le haut</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>I can hear you, and answer in writing for now.</source>
        <translation>Je vous entends et réponds par écrit pour l’instant.</translation>
    </message>
    <message>
        <source>I can’t hear at the moment. You can type, or call a person.</source>
        <translation>Je n’entends pas pour l’instant. Vous pouvez écrire ou appeler quelqu’un.</translation>
    </message>
    <message>
        <source>I can’t hear you at this kiosk. Please tap or type, I will answer aloud.</source>
        <translation>Je ne vous entends pas à cette borne. Touchez ou écrivez, je répondrai à voix haute.</translation>
    </message>
    <message>
        <source>I can’t hear you just yet. It takes a moment; touch works as always.</source>
        <translation>Je ne vous entends pas encore. Un instant&#xa0;; l’écran fonctionne comme toujours.</translation>
    </message>
    <message>
        <source>Product information is away for a moment. A member of staff can help you.</source>
        <translation>Les informations produits sont indisponibles un instant. L’équipe peut vous aider.</translation>
    </message>
    <message>
        <source>This kiosk works by touch: please tap or type.</source>
        <translation>Cette borne est tactile&#xa0;: touchez ou écrivez.</translation>
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
        <translation>%1 Go libres</translation>
    </message>
    <message>
        <source>%1 is being started again.</source>
        <translation>%1 redémarre.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>vieux de %n jour</numerusform>
            <numerusform>vieux de %n jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation>
            <numerusform>vieux de %n heure</numerusform>
            <numerusform>vieux de %n heures</numerusform>
        </translation>
    </message>
    <message>
        <source>A phone was let in.</source>
        <translation>Un téléphone a été ajouté.</translation>
    </message>
    <message>
        <source>Aislewise</source>
        <translation>Aislewise</translation>
    </message>
    <message>
        <source>Calls beyond the staff page</source>
        <translation>Appels hors de la page de l’équipe</translation>
    </message>
    <message>
        <source>Calls by a program</source>
        <translation>Appels par un programme</translation>
    </message>
    <message>
        <source>Calls by messenger</source>
        <translation>Appels par messagerie</translation>
    </message>
    <message>
        <source>Calls over MQTT</source>
        <translation>Appels par MQTT</translation>
    </message>
    <message>
        <source>Calls to a web server</source>
        <translation>Appels vers un serveur web</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Catalog’s age</source>
        <translation>Âge du catalogue</translation>
    </message>
    <message>
        <source>Close Aislewise now</source>
        <translation>Fermer Aislewise maintenant</translation>
    </message>
    <message>
        <source>Close Aislewise …</source>
        <translation>Fermer Aislewise …</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>Fermer la borne</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Everything but the screen</source>
        <translation>Tout sauf l’écran</translation>
    </message>
    <message>
        <source>HQ last reached</source>
        <translation>Dernier contact avec le siège</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Laisser ouvert</translation>
    </message>
    <message>
        <source>Kept. It counts from now on.</source>
        <translation>Enregistré. Valable dès maintenant.</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Borne</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Modèle de langue</translation>
    </message>
    <message>
        <source>Languages for shoppers</source>
        <translation>Langues pour les clients</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Live stock and prices</source>
        <translation>Stock et prix en direct</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Plus fort</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Haut-parleur</translation>
    </message>
    <message>
        <source>Messenger %1</source>
        <translation>Messagerie %1</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Exploitant</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Composants</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Moins fort</translation>
    </message>
    <message>
        <source>Recogniser</source>
        <translation>Reconnaissance vocale</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>En marche depuis</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Lecteur</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Écran</translation>
    </message>
    <message>
        <source>Shift roster</source>
        <translation>Planning des équipes</translation>
    </message>
    <message>
        <source>Sound devices</source>
        <translation>Périphériques audio</translation>
    </message>
    <message>
        <source>Staff page</source>
        <translation>Page de l’équipe</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>State file</source>
        <translation>Fichier d’état</translation>
    </message>
    <message>
        <source>Take the logs away</source>
        <translation>Emporter les journaux</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation>Cela n’a pas marché&#xa0;: %1</translation>
    </message>
    <message>
        <source>The logs are in %1</source>
        <translation>Les journaux sont dans %1</translation>
    </message>
    <message>
        <source>The screen, voice and staff page end. Somebody at the machine must start them again.</source>
        <translation>L’écran, la voix et la page de l’équipe s’arrêtent. Quelqu’un devra les relancer sur la machine.</translation>
    </message>
    <message>
        <source>The store’s hub</source>
        <translation>Le concentrateur du magasin</translation>
    </message>
    <message>
        <source>They hold nothing about shoppers. Plug in a memory stick to see it here.</source>
        <translation>Ils ne contiennent rien sur les clients. Branchez une clé USB pour la voir ici.</translation>
    </message>
    <message>
        <source>To the stick %1</source>
        <translation>Sur la clé %1</translation>
    </message>
    <message>
        <source>To this kiosk’s disk</source>
        <translation>Sur le disque de cette borne</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voix</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Wake word</source>
        <translation>Mot d’activation</translation>
    </message>
    <message>
        <source>is down</source>
        <translation>en panne</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>is starting</source>
        <translation>démarre</translation>
    </message>
    <message>
        <source>less than an hour old</source>
        <translation>moins d’une heure</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>works</source>
        <translation>fonctionne</translation>
    </message>
</context>
<context>
    <name>OperatorPhones</name>
    <message numerus="yes">
        <source>%n phone(s) may sign in. A new one needs a code from here, once.</source>
        <translation>
            <numerusform>%n téléphone peut se connecter. Un nouveau a besoin, une fois, d’un code affiché ici.</numerusform>
            <numerusform>%n téléphones peuvent se connecter. Un nouveau a besoin, une fois, d’un code affiché ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Un autre code</translation>
    </message>
    <message>
        <source>Fingerprint of the store’s certificate: %1</source>
        <translation>Empreinte du certificat du magasin : %1</translation>
    </message>
    <message>
        <source>Hide the code</source>
        <translation>Masquer le code</translation>
    </message>
    <message>
        <source>Phones for staff</source>
        <translation>Téléphones du personnel</translation>
    </message>
    <message>
        <source>QR code for a phone</source>
        <translation>Code QR pour un téléphone</translation>
    </message>
    <message numerus="yes">
        <source>Scan it with the phone’s camera. It is good for one phone, for %n more minute(s).</source>
        <translation>
            <numerusform>Scannez-le avec l’appareil photo du téléphone. Il vaut pour un téléphone, encore %n minute.</numerusform>
            <numerusform>Scannez-le avec l’appareil photo du téléphone. Il vaut pour un téléphone, encore %n minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show a code for a phone</source>
        <translation>Afficher un code pour un téléphone</translation>
    </message>
    <message>
        <source>Without a camera, open %1 and type</source>
        <translation>Sans appareil photo, ouvrez %1 et saisissez</translation>
    </message>
</context>
<context>
    <name>OperatorPin</name>
    <message numerus="yes">
        <source>%n digit(s) given</source>
        <translation>
            <numerusform>%n chiffre saisi</numerusform>
            <numerusform>%n chiffres saisis</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the shoppers</source>
        <translation>Retour aux clients</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>For the operator of this kiosk</source>
        <translation>Pour l’exploitant de cette borne</translation>
    </message>
    <message>
        <source>No PIN has been set. On this machine’s console, run: aislewise operator pin</source>
        <translation>Aucun PIN défini. Dans la console de cette machine, lancez&#xa0;: aislewise operator pin</translation>
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
        <translation>Ce n’est pas le bon PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again in %1 s.</source>
        <translation>Ce n’est pas le bon PIN. Réessayez dans %1 s.</translation>
    </message>
    <message>
        <source>The PIN cannot be checked at the moment. Is the disk full?</source>
        <translation>Le PIN ne peut pas être vérifié. Le disque est-il plein&#xa0;?</translation>
    </message>
    <message>
        <source>The file with the PIN is damaged. Set a new one on this machine’s console: aislewise operator pin</source>
        <translation>Le fichier du PIN est endommagé. Définissez-en un autre dans la console de cette machine&#xa0;: aislewise operator pin</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1 s.</source>
        <translation>Trop de PIN erronés. Réessayez dans %1 s.</translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>was %1</source>
        <translation>avant %1</translation>
    </message>
</context>
<context>
    <name>ProductFacts</name>
    <message>
        <source>About this product</source>
        <translation>À propos de ce produit</translation>
    </message>
    <message>
        <source>Allergens and diet</source>
        <translation>Allergènes et régimes</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Contient</translation>
    </message>
    <message>
        <source>From the product label. If you have an allergy, please read the pack too.</source>
        <translation>D’après l’étiquette. En cas d’allergie, lisez aussi l’emballage.</translation>
    </message>
    <message>
        <source>Ingredients</source>
        <translation>Ingrédients</translation>
    </message>
    <message>
        <source>May contain traces of</source>
        <translation>Traces possibles de</translation>
    </message>
    <message>
        <source>No allergens are named on the label.</source>
        <translation>L’étiquette ne mentionne aucun allergène.</translation>
    </message>
    <message>
        <source>Nutrition</source>
        <translation>Valeurs nutritionnelles</translation>
    </message>
    <message>
        <source>Nutrition per %1</source>
        <translation>Valeurs nutritionnelles pour %1</translation>
    </message>
</context>
<context>
    <name>ProductHero</name>
    <message>
        <source>As of %1</source>
        <translation>État au %1</translation>
    </message>
    <message>
        <source>For ages %1 and up. We check ID at checkout.</source>
        <translation>À partir de %1 ans. Pièce d’identité demandée en caisse.</translation>
    </message>
    <message>
        <source>Offer ends %1</source>
        <translation>Offre valable jusqu’au %1</translation>
    </message>
</context>
<context>
    <name>ProductMissing</name>
    <message>
        <source>Ask a person</source>
        <translation>Demander à quelqu’un</translation>
    </message>
    <message>
        <source>I can’t look this up right now.</source>
        <translation>Je ne peux pas consulter cela pour l’instant.</translation>
    </message>
    <message>
        <source>I don’t know this product.</source>
        <translation>Je ne connais pas ce produit.</translation>
    </message>
    <message>
        <source>It may be new, or from another store. Scan it once more with the whole barcode in the light, or search for it by its name.</source>
        <translation>Il est peut-être nouveau ou d’un autre magasin. Scannez-le encore, tout le code dans la lumière, ou cherchez-le par son nom.</translation>
    </message>
    <message>
        <source>Please try again in a moment.</source>
        <translation>Réessayez dans un moment.</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Chercher par nom</translation>
    </message>
    <message>
        <source>The code that I read: %1</source>
        <translation>Le code lu&#xa0;: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>Add to my list</source>
        <translation>Ajouter à ma liste</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>Poser une question</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Goes well with it</source>
        <translation>Va bien avec</translation>
    </message>
    <message>
        <source>On your list, add one more</source>
        <translation>Dans votre liste, en ajouter un</translation>
    </message>
    <message>
        <source>Other sizes</source>
        <translation>Autres formats</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Similar products</source>
        <translation>Produits similaires</translation>
    </message>
    <message>
        <source>Something wrong here?</source>
        <translation>Une erreur ici&#xa0;?</translation>
    </message>
    <message>
        <source>Take one of these instead</source>
        <translation>Prenez plutôt l’un de ceux-ci</translation>
    </message>
    <message>
        <source>The like for less</source>
        <translation>Semblable et moins cher</translation>
    </message>
</context>
<context>
    <name>ProductPlace</name>
    <message>
        <source>Shelf %1, counted from the floor</source>
        <translation>Étagère %1 en partant du sol</translation>
    </message>
    <message>
        <source>Show me the way</source>
        <translation>Montrer le chemin</translation>
    </message>
</context>
<context>
    <name>ProductTile</name>
    <message>
        <source>Aisle %1</source>
        <translation>Allée %1</translation>
    </message>
</context>
<context>
    <name>ProductWrong</name>
    <message>
        <source>I could not keep that just now. Please try again, or tell a member of staff.</source>
        <translation>Je n’ai pas pu l’enregistrer. Réessayez ou dites-le à l’équipe.</translation>
    </message>
    <message>
        <source>Ingredients, allergens or nutrition are wrong</source>
        <translation>Ingrédients, allergènes ou valeurs faux</translation>
    </message>
    <message>
        <source>It is not on the shelf</source>
        <translation>Il n’est pas en rayon</translation>
    </message>
    <message>
        <source>It stands somewhere else</source>
        <translation>Il est ailleurs</translation>
    </message>
    <message>
        <source>Name, size or picture are wrong</source>
        <translation>Nom, format ou image faux</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>Tap what is wrong. Nothing about you is kept.</source>
        <translation>Touchez ce qui est faux. Rien sur vous n’est gardé.</translation>
    </message>
    <message>
        <source>Tell a member of staff</source>
        <translation>Le dire à l’équipe</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>Merci&#xa0;!</translation>
    </message>
    <message>
        <source>The price on the shelf is another</source>
        <translation>Le prix en rayon est différent</translation>
    </message>
    <message>
        <source>The store will check it. Nothing about you was kept.</source>
        <translation>Le magasin vérifiera. Rien sur vous n’a été gardé.</translation>
    </message>
    <message>
        <source>What is wrong here?</source>
        <translation>Qu’est-ce qui est faux&#xa0;?</translation>
    </message>
</context>
<context>
    <name>ReachPanel</name>
    <message>
        <source>I am an automated assistant. Everything to touch is below.</source>
        <translation>Je suis un assistant automatique. Tout ce qui se touche est en bas.</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>Read this page aloud</source>
        <translation>Lire cette page à voix haute</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Ask a person</source>
        <translation>Demander à quelqu’un</translation>
    </message>
    <message>
        <source>Hold the barcode in front of the scanner.</source>
        <translation>Présentez le code-barres au lecteur.</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>Scanner un produit</translation>
    </message>
    <message>
        <source>Search by name or number</source>
        <translation>Chercher par nom ou numéro</translation>
    </message>
    <message>
        <source>You see its price, what is in it and where it belongs. You can scan on any page.</source>
        <translation>Vous verrez son prix, sa composition et sa place. Vous pouvez scanner sur toutes les pages.</translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filtrer et trier</translation>
    </message>
    <message>
        <source>Filter and sort (%1)</source>
        <translation>Filtrer et trier (%1)</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>En stock</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>En promotion</translation>
    </message>
    <message>
        <source>Tap to lift this filter</source>
        <translation>Touchez pour retirer ce filtre</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Jusqu’à %1</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
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
        <translation>Les plus pertinents</translation>
    </message>
    <message>
        <source>Best value by amount</source>
        <translation>Meilleur prix à la quantité</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Rayon</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>Régime</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filtrer et trier</translation>
    </message>
    <message>
        <source>In stock (%1)</source>
        <translation>En stock (%1)</translation>
    </message>
    <message>
        <source>Lift all filters</source>
        <translation>Retirer tous les filtres</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>Le moins cher</translation>
    </message>
    <message>
        <source>Name A to Z</source>
        <translation>Nom de A à Z</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>Reduced (%1)</source>
        <translation>En promotion (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Show %n product(s)</source>
        <translation>
            <numerusform>Voir %n produit</numerusform>
            <numerusform>Voir %n produits</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Afficher seulement</translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>Voir les résultats</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>Up to %1 (%2)</source>
        <translation>Jusqu’à %1 (%2)</translation>
    </message>
</context>
<context>
    <name>SearchNothing</name>
    <message>
        <source>Ask a person</source>
        <translation>Demander à quelqu’un</translation>
    </message>
    <message>
        <source>Ask the assistant</source>
        <translation>Demander à l’assistant</translation>
    </message>
    <message>
        <source>Did you mean</source>
        <translation>Vouliez-vous dire</translation>
    </message>
    <message>
        <source>I can’t search right now.</source>
        <translation>Je ne peux pas chercher pour l’instant.</translation>
    </message>
    <message>
        <source>I found nothing for “%1”</source>
        <translation>Je n’ai rien trouvé pour «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Lift all filters</source>
        <translation>Retirer tous les filtres</translation>
    </message>
    <message>
        <source>Nothing matches these filters.</source>
        <translation>Rien ne correspond à ces filtres.</translation>
    </message>
    <message>
        <source>Perhaps one of these</source>
        <translation>Peut-être l’un de ceux-ci</translation>
    </message>
    <message>
        <source>Please try again in a moment, or ask a member of staff.</source>
        <translation>Réessayez dans un moment ou demandez à l’équipe.</translation>
    </message>
    <message>
        <source>Popular here</source>
        <translation>Populaire ici</translation>
    </message>
    <message>
        <source>There is nothing here at the moment.</source>
        <translation>Il n’y a rien ici pour le moment.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try fewer or other words. A member of staff can also check for you.</source>
        <translation>Essayez moins de mots ou d’autres mots. L’équipe peut aussi vérifier pour vous.</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Back up</source>
        <translation>Remonter</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Plus bas</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>En promotion</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Search products and brands</source>
        <translation>Chercher produits et marques</translation>
    </message>
    <message>
        <source>Showing results for “%1”</source>
        <translation>Résultats pour «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>Tap two to four products to compare them.</source>
        <translation>Touchez deux à quatre produits pour les comparer.</translation>
    </message>
</context>
<context>
    <name>SearchStart</name>
    <message>
        <source>Departments</source>
        <translation>Rayons</translation>
    </message>
    <message>
        <source>Popular here</source>
        <translation>Populaire ici</translation>
    </message>
</context>
<context>
    <name>ShellBar</name>
    <message>
        <source>Ask me</source>
        <translation>Demandez-moi</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>Appeler l’équipe</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>Plus facile à utiliser</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Ma liste</translation>
    </message>
    <message>
        <source>Tap to stop</source>
        <translation>Touchez&#xa0;: stop</translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation>Touchez et parlez</translation>
    </message>
</context>
<context>
    <name>StaffElse</name>
    <message>
        <source>Ask the assistant</source>
        <translation>Demander à l’assistant</translation>
    </message>
    <message>
        <source>Look at the map</source>
        <translation>Voir le plan</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>En attendant</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>Chercher dans le magasin</translation>
    </message>
    <message>
        <source>See the offers</source>
        <translation>Voir les promotions</translation>
    </message>
    <message>
        <source>Take my list along</source>
        <translation>Emporter ma liste</translation>
    </message>
    <message>
        <source>What else there is</source>
        <translation>Ce qu’il y a d’autre</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Back, it is not urgent</source>
        <translation>Retour, ce n’est pas urgent</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>Appeler l’équipe</translation>
    </message>
    <message>
        <source>I could not call anybody just now.</source>
        <translation>Je n’ai pu appeler personne.</translation>
    </message>
    <message>
        <source>If a life is in danger, call the emergency services too.</source>
        <translation>Si une vie est en danger, appelez aussi les secours.</translation>
    </message>
    <message>
        <source>Please try again, or speak to any member of staff or the service desk.</source>
        <translation>Réessayez, ou adressez-vous à un employé ou à l’accueil.</translation>
    </message>
    <message>
        <source>Tap a reason. Somebody comes to this kiosk.</source>
        <translation>Touchez un motif. Quelqu’un vient à cette borne.</translation>
    </message>
    <message>
        <source>Urgent help</source>
        <translation>Aide urgente</translation>
    </message>
    <message>
        <source>What can we help you with?</source>
        <translation>Comment pouvons-nous vous aider&#xa0;?</translation>
    </message>
    <message>
        <source>What is happening? Everyone in the store is alerted at once.</source>
        <translation>Que se passe-t-il&#xa0;? Toute l’équipe est alertée aussitôt.</translation>
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
        <translation>D’accord</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Appelé</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>I don’t need help any more</source>
        <translation>Je n’ai plus besoin d’aide</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Show me something like it</source>
        <translation>Voir quelque chose de semblable</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Pris en charge</translation>
    </message>
    <message numerus="yes">
        <source>called %n minute(s) ago</source>
        <translation>
            <numerusform>appelé il y a %n minute</numerusform>
            <numerusform>appelé il y a %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>called just now</source>
        <translation>appelé à l’instant</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>For example: a red jacket, by the door</source>
        <translation>Par exemple&#xa0;: veste rouge, près de la porte</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Tell them what it is about</source>
        <translation>Dites-leur de quoi il s’agit</translation>
    </message>
    <message>
        <source>That did not reach them. Please try again.</source>
        <translation>Ils ne l’ont pas reçu. Réessayez.</translation>
    </message>
    <message>
        <source>Write it here</source>
        <translation>Écrivez-le ici</translation>
    </message>
    <message>
        <source>You said: %1</source>
        <translation>Vous avez dit&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One less of %1</source>
        <translation>Un de moins&#xa0;: %1</translation>
    </message>
    <message>
        <source>One more of %1</source>
        <translation>Un de plus&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>StoreMark</name>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
    </message>
</context>
<context>
    <name>TalkChoices</name>
    <message>
        <source>No, something else</source>
        <translation>Non, autre chose</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>Type it instead</source>
        <translation>Plutôt l’écrire</translation>
    </message>
</context>
<context>
    <name>TalkFeedback</name>
    <message>
        <source>Bad answer</source>
        <translation>Mauvaise réponse</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>Bonne réponse</translation>
    </message>
    <message>
        <source>Rude or offensive</source>
        <translation>Grossière ou offensante</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Autre chose</translation>
    </message>
    <message>
        <source>Something is not true</source>
        <translation>Quelque chose est faux</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Merci.</translation>
    </message>
    <message>
        <source>Thank you. The store can look at what went wrong; who you are is not kept.</source>
        <translation>Merci. Le magasin pourra voir ce qui n’allait pas&#xa0;; votre identité n’est pas gardée.</translation>
    </message>
    <message>
        <source>The wrong product</source>
        <translation>Le mauvais produit</translation>
    </message>
    <message>
        <source>What was wrong?</source>
        <translation>Qu’est-ce qui n’allait pas&#xa0;?</translation>
    </message>
    <message>
        <source>You did not understand me</source>
        <translation>Vous ne m’avez pas compris</translation>
    </message>
</context>
<context>
    <name>TalkPage</name>
    <message>
        <source>Ask me anything about the store</source>
        <translation>Demandez-moi tout sur le magasin</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistant</translation>
    </message>
    <message>
        <source>Automated, not a person</source>
        <translation>Automatique, pas une personne</translation>
    </message>
    <message>
        <source>Call a person</source>
        <translation>Appeler quelqu’un</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>I am an automated assistant; nothing you say is recorded.</source>
        <translation>Je suis un assistant automatique&#xa0;; rien de ce que vous dites n’est enregistré.</translation>
    </message>
    <message>
        <source>I need a gift for a child</source>
        <translation>Je cherche un cadeau pour un enfant</translation>
    </message>
    <message>
        <source>I’m done</source>
        <translation>J’ai fini</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>Arrêter de parler</translation>
    </message>
    <message>
        <source>Tap the microphone and talk, or type below. I am an automated assistant; nothing you say is recorded.</source>
        <translation>Touchez le micro et parlez, ou écrivez ci-dessous. Je suis un assistant automatique&#xa0;; rien de ce que vous dites n’est enregistré.</translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation>Touchez et parlez</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Type below in your own words. I am an automated assistant.</source>
        <translation>Écrivez ci-dessous avec vos mots. Je suis un assistant automatique.</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Plutôt écrire</translation>
    </message>
    <message>
        <source>Type your question</source>
        <translation>Écrivez votre question</translation>
    </message>
    <message>
        <source>What is on offer?</source>
        <translation>Quelles sont les promotions&#xa0;?</translation>
    </message>
    <message>
        <source>When are you open?</source>
        <translation>Quels sont vos horaires&#xa0;?</translation>
    </message>
    <message>
        <source>Where is the oat milk?</source>
        <translation>Où est le lait d’avoine&#xa0;?</translation>
    </message>
</context>
<context>
    <name>TalkTurn</name>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>il y a %n heure</numerusform>
            <numerusform>il y a %n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>il y a %n minute</numerusform>
            <numerusform>il y a %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Automated assistant</source>
        <translation>Assistant automatique</translation>
    </message>
    <message>
        <source>Call a member of staff</source>
        <translation>Appeler quelqu’un de l’équipe</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Comparer côte à côte</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Source&#xa0;: %1</translation>
    </message>
    <message>
        <source>From %1, %2</source>
        <translation>Source&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Plus fort</translation>
    </message>
    <message>
        <source>Open my list</source>
        <translation>Ouvrir ma liste</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Moins fort</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Répéter</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation>En voir %1 de plus</translation>
    </message>
    <message>
        <source>Show me the way</source>
        <translation>Montrer le chemin</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>the current offers</source>
        <translation>les promotions en cours</translation>
    </message>
    <message>
        <source>the shelf label</source>
        <translation>l’étiquette en rayon</translation>
    </message>
    <message>
        <source>the store plan</source>
        <translation>le plan du magasin</translation>
    </message>
    <message>
        <source>the store’s opening hours</source>
        <translation>les horaires du magasin</translation>
    </message>
    <message>
        <source>the store’s own information</source>
        <translation>les informations du magasin</translation>
    </message>
    <message>
        <source>the store’s own rules</source>
        <translation>les règles du magasin</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
</context>
<context>
    <name>VoiceStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Hello, I am an automated assistant. Ask me where something is, what it costs, or for a person.</source>
        <translation>Bonjour, je suis un assistant automatique. Demandez-moi où est un produit, son prix, ou quelqu’un.</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>Arrêter de parler</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>WayWords</name>
    <message>
        <source>%1 ft</source>
        <translation>%1 pieds</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>Bay %1 is in front of you.</source>
        <translation>La travée %1 est devant vous.</translation>
    </message>
    <message>
        <source>Bay %1 is on your left.</source>
        <translation>La travée %1 est à votre gauche.</translation>
    </message>
    <message>
        <source>Bay %1 is on your right.</source>
        <translation>La travée %1 est à votre droite.</translation>
    </message>
    <message>
        <source>From this kiosk, walk %1 towards %2.</source>
        <translation>Depuis cette borne, marchez %1 vers %2.</translation>
    </message>
    <message>
        <source>From this kiosk, walk %1.</source>
        <translation>Depuis cette borne, marchez %1.</translation>
    </message>
    <message>
        <source>Turn around and walk %1.</source>
        <translation>Faites demi-tour et marchez %1.</translation>
    </message>
    <message>
        <source>Turn left and walk %1 to %2.</source>
        <translation>Tournez à gauche et marchez %1 jusqu’à %2.</translation>
    </message>
    <message>
        <source>Turn left and walk %1.</source>
        <translation>Tournez à gauche et marchez %1.</translation>
    </message>
    <message>
        <source>Turn right and walk %1 to %2.</source>
        <translation>Tournez à droite et marchez %1 jusqu’à %2.</translation>
    </message>
    <message>
        <source>Turn right and walk %1.</source>
        <translation>Tournez à droite et marchez %1.</translation>
    </message>
    <message>
        <source>aisle %1</source>
        <translation>l’allée %1</translation>
    </message>
</context>
<context>
    <name>style</name>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
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
