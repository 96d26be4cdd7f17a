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
        <source>Looking for something?</source>
        <translation>Vous cherchez quelque chose&#xa0;?</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>En promotion</translation>
    </message>
    <message>
        <source>Touch to begin, then tap or talk. I know every shelf in the store.</source>
        <translation>Touchez pour commencer, puis touchez ou parlez. Je connais chaque rayon du magasin.</translation>
    </message>
    <message>
        <source>Touch to begin. I know every shelf in the store.</source>
        <translation>Touchez pour commencer. Je connais chaque rayon du magasin.</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Touchez pour commencer</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Bienvenue</translation>
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
    <name>BottomBar</name>
    <message>
        <source>Ask me</source>
        <translation>Demandez-moi</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>Appeler l’équipe</translation>
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
    <name>CallBanner</name>
    <message>
        <source>%1 has helped you. Thank you!</source>
        <translation>%1 vous a aidé. Merci&#xa0;!</translation>
    </message>
    <message>
        <source>%1 has your call.</source>
        <translation>%1 a reçu votre appel.</translation>
    </message>
    <message>
        <source>%1 is on the way to you.</source>
        <translation>%1 arrive.</translation>
    </message>
    <message>
        <source>Nobody could come. Please go to the service desk.</source>
        <translation>Personne n’a pu venir. Adressez-vous à l’accueil, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Urgent call sent. Staff have been alerted.</source>
        <translation>Appel urgent envoyé. L’équipe est alertée.</translation>
    </message>
    <message>
        <source>We have called a member of staff.</source>
        <translation>Nous avons appelé quelqu’un de l’équipe.</translation>
    </message>
</context>
<context>
    <name>FloorPlan</name>
    <message>
        <source>Map of the store</source>
        <translation>Plan du magasin</translation>
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
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in stock</source>
        <translation>
            <numerusform>%n en stock</numerusform>
            <numerusform>%n en stock</numerusform>
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
        <source>About the store</source>
        <translation>À propos du magasin</translation>
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
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Texte normal</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>En promotion</translation>
    </message>
    <message>
        <source>Popular here</source>
        <translation>Populaire ici</translation>
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
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous toujours là&#xa0;?</translation>
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
    <name>ListPage</name>
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
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Find a product and tap “Add to my list”. I keep the list until you leave.</source>
        <translation>Cherchez un produit et touchez «&#xa0;Ajouter à ma liste&#xa0;». Je garde la liste jusqu’à votre départ.</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Ma liste</translation>
    </message>
    <message>
        <source>Really clear it?</source>
        <translation>Vraiment l’effacer&#xa0;?</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>Chercher dans le magasin</translation>
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
    <name>Main</name>
    <message>
        <source>On your list</source>
        <translation>Dans votre liste</translation>
    </message>
</context>
<context>
    <name>MapPage</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>Plan</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is being started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Aislewise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalog’s age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Aislewise now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Aislewise …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything but the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HQ last reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. It counts from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages for shoppers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live stock and prices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look each visit begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Plus fort</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Moins fort</translation>
    </message>
    <message>
        <source>Recogniser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staff page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the logs away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logs are in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The screen, voice and staff page end. Somebody at the machine must start them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold nothing about shoppers. Plug in a memory stick to see it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the stick %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To this kiosk’s disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume each shopper begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wake word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than an hour old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>works</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperatorPin</name>
    <message numerus="yes">
        <source>%n digit(s) given</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the shoppers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the operator of this kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No PIN has been set. On this machine’s console, run: aislewise operator pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not the PIN. Try again in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN cannot be checked at the moment. Is the disk full?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with the PIN is damaged. Set a new one on this machine’s console: aislewise operator pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1 s.</source>
        <translation type="unfinished"></translation>
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
    <name>ProductPage</name>
    <message>
        <source>A member of staff will gladly check it for you.</source>
        <translation>Quelqu’un de l’équipe vérifiera volontiers pour vous.</translation>
    </message>
    <message>
        <source>Add to my list</source>
        <translation>Ajouter à ma liste</translation>
    </message>
    <message>
        <source>Ask a person</source>
        <translation>Demander à quelqu’un</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>Poser une question</translation>
    </message>
    <message>
        <source>Goes well with it</source>
        <translation>Va bien avec</translation>
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
        <source>On your list, add one more</source>
        <translation>Dans votre liste, en ajouter un</translation>
    </message>
    <message>
        <source>Other sizes</source>
        <translation>Autres formats</translation>
    </message>
    <message>
        <source>Please try again in a moment.</source>
        <translation>Réessayez dans un moment.</translation>
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
        <source>Take one of these instead</source>
        <translation>Prenez plutôt l’un de ceux-ci</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>ProductPlace</name>
    <message>
        <source>Large map</source>
        <translation>Grand plan</translation>
    </message>
    <message>
        <source>Shelf %1, counted from the floor</source>
        <translation>Étagère %1 en partant du sol</translation>
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
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Ask a person</source>
        <translation>Demander à quelqu’un</translation>
    </message>
    <message>
        <source>Ask the assistant</source>
        <translation>Demander à l’assistant</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Rayons</translation>
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
        <source>On offer</source>
        <translation>En promotion</translation>
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
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try fewer or other words. A member of staff can also check for you.</source>
        <translation>Essayez moins de mots ou d’autres mots. L’équipe peut aussi vérifier pour vous.</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Ask the assistant</source>
        <translation>Demander à l’assistant</translation>
    </message>
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
        <source>Meanwhile</source>
        <translation>En attendant</translation>
    </message>
    <message>
        <source>Please try again, or speak to any member of staff or the service desk.</source>
        <translation>Réessayez, ou adressez-vous à un employé ou à l’accueil.</translation>
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
        <source>%1 has your call</source>
        <translation>%1 a reçu votre appel</translation>
    </message>
    <message>
        <source>%1 is on the way</source>
        <translation>%1 arrive</translation>
    </message>
    <message>
        <source>A member of staff has been called</source>
        <translation>Quelqu’un de l’équipe a été appelé</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>D’accord</translation>
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
        <source>Glad we could help</source>
        <translation>Ravis de vous avoir aidé</translation>
    </message>
    <message>
        <source>Help is being called right now</source>
        <translation>Nous appelons à l’aide en ce moment</translation>
    </message>
    <message>
        <source>I don’t need help any more</source>
        <translation>Je n’ai plus besoin d’aide</translation>
    </message>
    <message>
        <source>Is there anything else? Just ask.</source>
        <translation>Autre chose&#xa0;? Demandez simplement.</translation>
    </message>
    <message>
        <source>Nobody could come this time</source>
        <translation>Personne n’a pu venir cette fois</translation>
    </message>
    <message>
        <source>Nobody will come. You can call again at any time.</source>
        <translation>Personne ne viendra. Vous pouvez rappeler à tout moment.</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Please stay near this kiosk, %1 will find you here.</source>
        <translation>Restez près de cette borne, %1 vous trouvera ici.</translation>
    </message>
    <message>
        <source>Please stay near this kiosk. You can go on using it meanwhile.</source>
        <translation>Restez près de cette borne. Vous pouvez continuer à l’utiliser.</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Pris en charge</translation>
    </message>
    <message>
        <source>We are sorry. Please go to the service desk.</source>
        <translation>Nous sommes désolés. Adressez-vous à l’accueil, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Your call was cancelled</source>
        <translation>Votre appel a été annulé</translation>
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
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>Automated assistant</source>
        <translation>Assistant automatique</translation>
    </message>
    <message>
        <source>Bad answer</source>
        <translation>Mauvaise réponse</translation>
    </message>
    <message>
        <source>Call a member of staff</source>
        <translation>Appeler quelqu’un de l’équipe</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>Bonne réponse</translation>
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
    <name>style</name>
    <message>
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
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
