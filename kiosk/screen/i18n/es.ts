<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AttractPage</name>
    <message>
        <source>I am an automated assistant. Our staff are only a tap away.</source>
        <translation>Soy un asistente automático. Nuestro personal está a un solo toque.</translation>
    </message>
    <message>
        <source>I know every shelf in the store.</source>
        <translation>Conozco cada estante de la tienda.</translation>
    </message>
    <message>
        <source>Looking for something?</source>
        <translation>¿Busca algo?</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>En oferta</translation>
    </message>
    <message>
        <source>Or just say “%1”.</source>
        <translation>O simplemente diga «%1».</translation>
    </message>
    <message>
        <source>Tap or talk: I know every shelf in the store.</source>
        <translation>Toque o hable: conozco cada estante de la tienda.</translation>
    </message>
    <message>
        <source>Touch to start</source>
        <translation>Toque para empezar</translation>
    </message>
</context>
<context>
    <name>AwayOverlay</name>
    <message>
        <source>One moment, I’m coming back</source>
        <translation>Un momento, ya vuelvo</translation>
    </message>
    <message>
        <source>One moment, I’m getting ready</source>
        <translation>Un momento, me estoy preparando</translation>
    </message>
    <message>
        <source>This takes a few seconds. If you need help now, any member of staff is glad to help.</source>
        <translation>Tardará unos segundos. Si necesita ayuda ahora, cualquier empleado le atenderá con gusto.</translation>
    </message>
</context>
<context>
    <name>CallWords</name>
    <message>
        <source>%1 came and found nobody.</source>
        <translation>%1 ha venido y no ha encontrado a nadie.</translation>
    </message>
    <message>
        <source>%1 could not come after all. I am calling again.</source>
        <translation>%1 no ha podido venir. Vuelvo a avisar.</translation>
    </message>
    <message>
        <source>%1 has asked a colleague.</source>
        <translation>%1 ha pedido a un compañero que venga.</translation>
    </message>
    <message>
        <source>%1 has helped you. Thank you!</source>
        <translation>%1 le ha atendido. ¡Gracias!</translation>
    </message>
    <message>
        <source>%1 has your call</source>
        <translation>%1 ha recibido su aviso</translation>
    </message>
    <message>
        <source>%1 has your call.</source>
        <translation>%1 ha recibido su aviso.</translation>
    </message>
    <message>
        <source>%1 is on the way</source>
        <translation>%1 va de camino</translation>
    </message>
    <message>
        <source>%1 is on the way to you.</source>
        <translation>%1 va de camino.</translation>
    </message>
    <message>
        <source>%1 looked: we do not have it.</source>
        <translation>%1 ha mirado: no lo tenemos.</translation>
    </message>
    <message>
        <source>%1 takes longer than usual.</source>
        <translation>%1 tarda más de lo habitual.</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>Un compañero</translation>
    </message>
    <message>
        <source>A member of staff has been called</source>
        <translation>Se ha avisado a un empleado</translation>
    </message>
    <message>
        <source>As soon as a colleague takes your call, you see their name here. Please stay near this kiosk; you can go on using it.</source>
        <translation>En cuanto alguien del equipo atienda su aviso, verá aquí su nombre. Quédese cerca de este quiosco; puede seguir usándolo.</translation>
    </message>
    <message>
        <source>Call again any time.</source>
        <translation>Vuelva a llamar cuando quiera.</translation>
    </message>
    <message>
        <source>Everyone in the store is being alerted.</source>
        <translation>Se está avisando a todo el personal.</translation>
    </message>
    <message>
        <source>Glad we could help</source>
        <translation>Nos alegra haberle ayudado</translation>
    </message>
    <message>
        <source>Help is being called right now</source>
        <translation>Estamos avisando ahora mismo</translation>
    </message>
    <message>
        <source>I am on my way to you.</source>
        <translation>Voy de camino.</translation>
    </message>
    <message>
        <source>I am ringing everyone once more.</source>
        <translation>Vuelvo a avisar a todo el personal.</translation>
    </message>
    <message numerus="yes">
        <source>I am sorry, nobody has answered for %n minute(s). At the service desk you may be helped sooner.</source>
        <translation>
            <numerusform>Lo siento, en %n minuto no ha respondido nadie. En el mostrador quizá le atiendan antes.</numerusform>
            <numerusform>Lo siento, en %n minutos no ha respondido nadie. En el mostrador quizá le atiendan antes.</numerusform>
        </translation>
    </message>
    <message>
        <source>I am sorry, nobody has answered yet. At the service desk you may be helped sooner.</source>
        <translation>Lo siento, aún no ha respondido nadie. En el mostrador quizá le atiendan antes.</translation>
    </message>
    <message>
        <source>I am sorry, this takes longer than it should. If %1 is not here yet, the service desk can help you too.</source>
        <translation>Lo siento, esto tarda más de lo debido. Si %1 aún no ha llegado, en el mostrador también pueden ayudarle.</translation>
    </message>
    <message>
        <source>I am sorry, we have none left.</source>
        <translation>Lo siento, ya no nos queda.</translation>
    </message>
    <message>
        <source>I am sorry. Shall I show you something like it?</source>
        <translation>Lo siento. ¿Le muestro algo parecido?</translation>
    </message>
    <message>
        <source>I have rung them again.</source>
        <translation>He vuelto a avisar.</translation>
    </message>
    <message>
        <source>I will be with you in five minutes.</source>
        <translation>Estaré con usted en cinco minutos.</translation>
    </message>
    <message>
        <source>I will be with you in two minutes.</source>
        <translation>Estaré con usted en dos minutos.</translation>
    </message>
    <message>
        <source>I will have a look for you.</source>
        <translation>Voy a mirarlo.</translation>
    </message>
    <message>
        <source>Is there anything else? Just ask.</source>
        <translation>¿Algo más? Solo pregunte.</translation>
    </message>
    <message>
        <source>No colleague has the calls open on a phone right now. I can still ring; at the service desk you may be helped sooner.</source>
        <translation>Ahora nadie tiene los avisos abiertos en un teléfono. Puedo llamar igualmente; en el mostrador quizá le atiendan antes.</translation>
    </message>
    <message>
        <source>No colleague has the calls open on a phone right now. It goes on ringing; at the service desk you may be helped sooner.</source>
        <translation>Ahora nadie tiene los avisos abiertos en un teléfono. Sigo llamando; en el mostrador quizá le atiendan antes.</translation>
    </message>
    <message>
        <source>Nobody could come this time</source>
        <translation>Esta vez no ha podido venir nadie</translation>
    </message>
    <message>
        <source>Nobody could come. Please go to the service desk.</source>
        <translation>No ha podido venir nadie. Acuda al mostrador de atención, por favor.</translation>
    </message>
    <message>
        <source>Nobody has answered yet. Call out for help, or call the emergency services.</source>
        <translation>Aún no ha respondido nadie. Pida ayuda en voz alta o llame a emergencias.</translation>
    </message>
    <message>
        <source>Nobody has answered yet. See what else you can do.</source>
        <translation>Aún no ha respondido nadie. Vea qué más puede hacer.</translation>
    </message>
    <message>
        <source>Nobody has answered yet: I have called the shift lead, too.</source>
        <translation>Aún no ha respondido nadie: también he avisado al encargado de turno.</translation>
    </message>
    <message>
        <source>Nobody has answered yet: everyone in the store is being called now.</source>
        <translation>Aún no ha respondido nadie: ahora se avisa a todo el personal.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now, so please do not wait for us: if a life is in danger, call the emergency services at once.</source>
        <translation>Ahora mismo no hay nadie de turno, así que no nos espere: si hay una vida en peligro, llame enseguida a emergencias.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now. You can still call: your call is kept for four hours, and it rings as soon as someone is here.</source>
        <translation>Ahora mismo no hay nadie de turno. Puede llamar igualmente: su aviso queda guardado cuatro horas y sonará en cuanto llegue alguien.</translation>
    </message>
    <message>
        <source>Nobody is on shift right now. Your call is kept for four hours, and it rings as soon as someone is here.</source>
        <translation>Ahora mismo no hay nadie de turno. Su aviso queda guardado cuatro horas y sonará en cuanto llegue alguien.</translation>
    </message>
    <message>
        <source>Nobody will come. You can call again at any time.</source>
        <translation>No vendrá nadie. Puede volver a llamar cuando quiera.</translation>
    </message>
    <message>
        <source>Please come to the service desk.</source>
        <translation>Acuda al mostrador de atención, por favor.</translation>
    </message>
    <message>
        <source>Please stay near this kiosk, %1 will find you here.</source>
        <translation>Quédese cerca de este quiosco, %1 le encontrará aquí.</translation>
    </message>
    <message>
        <source>Please stay near this kiosk, we will find you here.</source>
        <translation>Quédese cerca de este quiosco, le encontraremos aquí.</translation>
    </message>
    <message>
        <source>Somebody has already called for this. Whoever comes helps you, too.</source>
        <translation>Alguien ya ha avisado por lo mismo. Quien venga le atenderá también a usted.</translation>
    </message>
    <message>
        <source>Stay at this kiosk if it is safe, so that we find you. If a life is in danger, call the emergency services too.</source>
        <translation>Si no hay peligro, quédese junto a este quiosco para que le encontremos. Si hay una vida en peligro, llame también a emergencias.</translation>
    </message>
    <message>
        <source>Urgent call sent. Staff have been alerted.</source>
        <translation>Aviso urgente enviado. El personal está alertado.</translation>
    </message>
    <message numerus="yes">
        <source>Usually somebody answers within about %n minute(s).</source>
        <translation>
            <numerusform>Normalmente alguien responde en %n minuto.</numerusform>
            <numerusform>Normalmente alguien responde en unos %n minutos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Usually somebody answers within half a minute.</source>
        <translation>Normalmente alguien responde en medio minuto.</translation>
    </message>
    <message numerus="yes">
        <source>Usually somebody is here within about %n minute(s) of a call.</source>
        <translation>
            <numerusform>Normalmente alguien llega en %n minuto desde el aviso.</numerusform>
            <numerusform>Normalmente alguien llega en unos %n minutos desde el aviso.</numerusform>
        </translation>
    </message>
    <message>
        <source>We are sorry. Please go to the service desk.</source>
        <translation>Lo sentimos. Acuda al mostrador de atención, por favor.</translation>
    </message>
    <message>
        <source>We have called a member of staff.</source>
        <translation>Hemos avisado a un empleado.</translation>
    </message>
    <message>
        <source>You need not wait here. Write what it is about, for whoever comes.</source>
        <translation>No hace falta que espere aquí. Escriba de qué se trata, para quien venga.</translation>
    </message>
    <message>
        <source>Your call is kept</source>
        <translation>Su aviso queda guardado</translation>
    </message>
    <message>
        <source>Your call is kept: nobody is on shift right now.</source>
        <translation>Su aviso queda guardado: ahora mismo no hay nadie de turno.</translation>
    </message>
    <message>
        <source>Your call was cancelled</source>
        <translation>Su aviso se ha cancelado</translation>
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
        <translation>Todos los botones en la mitad inferior de la pantalla.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>Más fácil de usar</translation>
    </message>
    <message>
        <source>Everything within reach</source>
        <translation>Todo al alcance</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>I wait longer before I ask whether you are still there.</source>
        <translation>Espero más antes de preguntar si sigue ahí.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>Más tiempo</translation>
    </message>
    <message>
        <source>Nothing slides, fades or blinks.</source>
        <translation>Nada se desliza, se desvanece ni parpadea.</translation>
    </message>
    <message>
        <source>Read this page aloud</source>
        <translation>Leer esta página en voz alta</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message numerus="yes">
        <source>Compare %n product(s)</source>
        <translation>
            <numerusform>Comparar %n producto</numerusform>
            <numerusform>Comparar %n productos</numerusform>
        </translation>
    </message>
    <message>
        <source>Never mind</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>Pick two at least</source>
        <translation>Elija al menos dos</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Empezar de nuevo</translation>
    </message>
</context>
<context>
    <name>CompareHeads</name>
    <message>
        <source>Take %1 out of the comparison</source>
        <translation>Quitar %1 de la comparación</translation>
    </message>
</context>
<context>
    <name>CompareLine</name>
    <message>
        <source>%1 for %2</source>
        <translation>%1 por %2</translation>
    </message>
    <message>
        <source>%1 in 100 g or ml</source>
        <translation>%1 en 100 g o ml</translation>
    </message>
    <message>
        <source>%1 per %2</source>
        <translation>%1 por %2</translation>
    </message>
    <message>
        <source>Best value</source>
        <translation>El que más rinde</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>Dieta</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>El más barato</translation>
    </message>
    <message>
        <source>May contain traces of</source>
        <translation>Puede contener trazas de</translation>
    </message>
    <message>
        <source>None named</source>
        <translation>No se indican</translation>
    </message>
    <message>
        <source>Offer</source>
        <translation>Oferta</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Precio</translation>
    </message>
    <message>
        <source>Price by amount</source>
        <translation>Precio por cantidad</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Existencias</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>distinto</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Add another</source>
        <translation>Añadir otro</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>Solo las diferencias</translation>
    </message>
    <message>
        <source>Find products</source>
        <translation>Buscar productos</translation>
    </message>
    <message>
        <source>From the product labels. If you have an allergy, please read the pack too.</source>
        <translation>Según las etiquetas. Si tiene alergia, lea también el envase.</translation>
    </message>
    <message>
        <source>I can’t compare these right now.</source>
        <translation>Ahora no puedo compararlos.</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Tap one to compare it</source>
        <translation>Toque uno para compararlo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>What shall I compare?</source>
        <translation>¿Qué comparo?</translation>
    </message>
    <message>
        <source>With what shall I compare it?</source>
        <translation>¿Con qué lo comparo?</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>FloorPlan</name>
    <message>
        <source>Map of the store</source>
        <translation>Plano de la tienda</translation>
    </message>
    <message>
        <source>Map of the store with the way past everything on your list</source>
        <translation>Plano de la tienda con el camino por todo lo de su lista</translation>
    </message>
    <message>
        <source>Map of the store with the way to aisle %1</source>
        <translation>Plano de la tienda con el camino al pasillo %1</translation>
    </message>
    <message>
        <source>Map of the store with the way to aisle %1, bay %2</source>
        <translation>Plano de la tienda con el camino al pasillo %1, módulo %2</translation>
    </message>
    <message>
        <source>The map is not here yet.</source>
        <translation>El plano aún no está disponible.</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Está aquí</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 each</source>
        <translation>%1 por unidad</translation>
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
        <translation>%1 por %2</translation>
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
            <numerusform>%n disponible</numerusform>
            <numerusform>%n disponibles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n artículo</numerusform>
            <numerusform>%n artículos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n product(s)</source>
        <translation>
            <numerusform>%n producto</numerusform>
            <numerusform>%n productos</numerusform>
        </translation>
    </message>
    <message>
        <source>A helping hand</source>
        <translation>Que me echen una mano</translation>
    </message>
    <message>
        <source>Age check</source>
        <translation>Control de edad</translation>
    </message>
    <message>
        <source>Aisle %1</source>
        <translation>Pasillo %1</translation>
    </message>
    <message>
        <source>Aisle %1, bay %2</source>
        <translation>Pasillo %1, módulo %2</translation>
    </message>
    <message>
        <source>Aisles %1</source>
        <translation>Pasillos %1</translation>
    </message>
    <message>
        <source>Allergy question</source>
        <translation>Duda sobre alergias</translation>
    </message>
    <message>
        <source>Ask a member of staff</source>
        <translation>Pregunte al personal</translation>
    </message>
    <message>
        <source>Carbohydrate</source>
        <translation>Hidratos de carbono</translation>
    </message>
    <message>
        <source>Checking stock</source>
        <translation>Consultar existencias</translation>
    </message>
    <message>
        <source>Closed now, opens %1 at %2</source>
        <comment>a weekday and a time</comment>
        <translation>Cerrado, abre el %1 a las %2</translation>
    </message>
    <message>
        <source>Closed now, opens at %1</source>
        <translation>Cerrado, abre a las %1</translation>
    </message>
    <message>
        <source>Closed now, opens tomorrow at %1</source>
        <translation>Cerrado, abre mañana a las %1</translation>
    </message>
    <message>
        <source>Closed right now</source>
        <translation>Ahora está cerrado</translation>
    </message>
    <message>
        <source>Did you say one of these?</source>
        <translation>¿Ha dicho una de estas cosas?</translation>
    </message>
    <message>
        <source>Did you say “%1” or “%2”?</source>
        <translation>¿Ha dicho «%1» o «%2»?</translation>
    </message>
    <message>
        <source>Did you say “%1”?</source>
        <translation>¿Ha dicho «%1»?</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>Emergencia</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energía</translation>
    </message>
    <message>
        <source>Fat</source>
        <translation>Grasas</translation>
    </message>
    <message>
        <source>Fiber</source>
        <translation>Fibra</translation>
    </message>
    <message>
        <source>Finding something</source>
        <translation>Encontrar algo</translation>
    </message>
    <message>
        <source>Health and medicine</source>
        <translation>Salud y medicinas</translation>
    </message>
    <message>
        <source>Help at checkout</source>
        <translation>Ayuda en la caja</translation>
    </message>
    <message>
        <source>I am listening …</source>
        <translation>Le escucho …</translation>
    </message>
    <message>
        <source>I can’t answer right now. Please try again in a moment, or call a member of staff.</source>
        <translation>Ahora mismo no puedo responder. Inténtelo de nuevo en un momento o llame al personal.</translation>
    </message>
    <message>
        <source>I can’t hear at the moment. You can type, or call a person.</source>
        <translation>Ahora no puedo oír. Puede escribir o llamar a una persona.</translation>
    </message>
    <message>
        <source>I can’t listen just yet. Please try again in a moment, or type your question.</source>
        <translation>Todavía no puedo escuchar. Inténtelo en un momento o escriba su pregunta.</translation>
    </message>
    <message>
        <source>I did not hear anything. Please try again, or type your question.</source>
        <translation>No he oído nada. Inténtelo de nuevo o escriba su pregunta.</translation>
    </message>
    <message>
        <source>I don’t feel safe</source>
        <translation>No me siento a salvo</translation>
    </message>
    <message>
        <source>I read your language, but I do not hear it here. Please type your question.</source>
        <translation>Leo su idioma, pero aquí no lo entiendo de oído. Escriba su pregunta, por favor.</translation>
    </message>
    <message>
        <source>Lost child</source>
        <translation>Niño perdido</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento …</translation>
    </message>
    <message numerus="yes">
        <source>Only %n left</source>
        <translation>
            <numerusform>Solo queda %n</numerusform>
            <numerusform>Solo quedan %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a locked case</source>
        <translation>Abrir una vitrina</translation>
    </message>
    <message>
        <source>Open day and night</source>
        <translation>Abierto día y noche</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>Abierto hasta las %1</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <translation>Agotado</translation>
    </message>
    <message>
        <source>Please say it once more, or type it.</source>
        <translation>Dígalo otra vez, por favor, o escríbalo.</translation>
    </message>
    <message>
        <source>Please say it once more.</source>
        <translation>Dígalo otra vez, por favor.</translation>
    </message>
    <message>
        <source>Product advice</source>
        <translation>Consejo sobre un producto</translation>
    </message>
    <message>
        <source>Protein</source>
        <translation>Proteínas</translation>
    </message>
    <message>
        <source>Salt</source>
        <translation>Sal</translation>
    </message>
    <message>
        <source>Say which one, or tap it.</source>
        <translation>Diga cuál o tóquelo.</translation>
    </message>
    <message>
        <source>Someone is hurt</source>
        <translation>Hay alguien herido</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo ha salido mal</translation>
    </message>
    <message>
        <source>Sorry, I could not hear you. Please try again, or type your question.</source>
        <translation>Perdone, no le he oído. Inténtelo de nuevo o escriba su pregunta.</translation>
    </message>
    <message>
        <source>Sorry, I lost what you said. Please say it again in a moment, or type it.</source>
        <translation>Perdone, se ha perdido lo que dijo. Repítalo en un momento o escríbalo.</translation>
    </message>
    <message>
        <source>Sorry, that did not work. Shall I call a member of staff?</source>
        <translation>Perdone, no ha funcionado. ¿Llamo a un empleado?</translation>
    </message>
    <message>
        <source>Speak to a manager</source>
        <translation>Hablar con un encargado</translation>
    </message>
    <message>
        <source>That was a bit loud for me. A little further away, please.</source>
        <translation>Ha sonado muy fuerte. Un poco más lejos, por favor.</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <comment>a date without its year, as Qt writes formats</comment>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>of which saturates</source>
        <translation>de las cuales saturadas</translation>
    </message>
    <message>
        <source>of which sugars</source>
        <translation>de los cuales azúcares</translation>
    </message>
    <message>
        <source>today at %1</source>
        <translation>hoy a las %1</translation>
    </message>
</context>
<context>
    <name>HearingLight</name>
    <message>
        <source>Listening</source>
        <translation>Escuchando</translation>
    </message>
    <message>
        <source>You can speak</source>
        <translation>Puede hablar</translation>
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
        <translation>Pregúnteme, por ejemplo</translation>
    </message>
    <message>
        <source>Can I pay with my phone?</source>
        <translation>¿Puedo pagar con el móvil?</translation>
    </message>
    <message>
        <source>Departments</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Do you cut keys?</source>
        <translation>¿Hacen copias de llaves?</translation>
    </message>
    <message>
        <source>Do you deliver?</source>
        <translation>¿Llevan a domicilio?</translation>
    </message>
    <message>
        <source>Hello! What are you looking for?</source>
        <translation>¡Hola! ¿Qué busca?</translation>
    </message>
    <message>
        <source>How do I return something?</source>
        <translation>¿Cómo devuelvo algo?</translation>
    </message>
    <message>
        <source>I am an automated assistant. Type what you need, in your own words.</source>
        <translation>Soy un asistente automático. Escriba lo que necesita con sus propias palabras.</translation>
    </message>
    <message>
        <source>I am an automated assistant. Type, or tap the microphone and talk.</source>
        <translation>Soy un asistente automático. Escriba, o toque el micrófono y hable.</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>En oferta</translation>
    </message>
    <message>
        <source>Popular now</source>
        <translation>Lo más buscado</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>Escanear un producto</translation>
    </message>
    <message>
        <source>Search products and brands</source>
        <translation>Buscar productos y marcas</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>Buscar en la tienda</translation>
    </message>
    <message>
        <source>See all</source>
        <translation>Ver todo</translation>
    </message>
    <message>
        <source>Shopping list</source>
        <translation>Lista de la compra</translation>
    </message>
    <message>
        <source>Store information</source>
        <translation>Información de la tienda</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>When are you open?</source>
        <translation>¿Cuál es el horario?</translation>
    </message>
    <message>
        <source>Where are the restrooms?</source>
        <translation>¿Dónde están los baños?</translation>
    </message>
    <message>
        <source>You can say “Where is the oat milk?” or “Gluten-free pasta under 3 dollars”.</source>
        <translation>Puede decir «¿Dónde está la leche de avena?» o «Pasta sin gluten por menos de 3 dólares».</translation>
    </message>
    <message>
        <source>You can type “Where is the oat milk?” or “Gluten-free pasta under 3 dollars”.</source>
        <translation>Puede escribir «¿Dónde está la leche de avena?» o «Pasta sin gluten por menos de 3 dólares».</translation>
    </message>
</context>
<context>
    <name>IdleOverlay</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Give me more time</source>
        <translation>Necesito más tiempo</translation>
    </message>
    <message>
        <source>I’m finished</source>
        <translation>He terminado</translation>
    </message>
    <message>
        <source>To keep your visit private, I forget everything when the time is up.</source>
        <translation>Para proteger su privacidad, lo olvido todo cuando se acaba el tiempo.</translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation>Sí, sigo aquí</translation>
    </message>
</context>
<context>
    <name>InfoPage</name>
    <message>
        <source>%1 to %2</source>
        <comment>from a time to a time</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>About the store</source>
        <translation>Sobre la tienda</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrado</translation>
    </message>
    <message>
        <source>Day and night</source>
        <translation>Día y noche</translation>
    </message>
    <message>
        <source>Forget everything now</source>
        <translation>Olvidarlo todo ahora</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Es bueno saberlo</translation>
    </message>
    <message>
        <source>I am an automated assistant, not a person. What you say is worked out on this machine; no sound is kept or sent away. When you leave I forget your questions and your list.</source>
        <translation>Soy un asistente automático, no una persona. Lo que dice se procesa en este equipo; no se guarda ni se envía ningún sonido. Cuando se va, olvido sus preguntas y su lista.</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>This kiosk and you</source>
        <translation>Este quiosco y usted</translation>
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
        <translation>100 unidades</translation>
    </message>
    <message>
        <source>Active ingredient</source>
        <translation>Principio activo</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Alcohol by volume</source>
        <translation>Graduación alcohólica</translation>
    </message>
    <message>
        <source>Baby</source>
        <translation>Bebé</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>Panadería</translation>
    </message>
    <message>
        <source>Batteries</source>
        <translation>Pilas</translation>
    </message>
    <message>
        <source>Battery size</source>
        <translation>Tamaño de pila</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Luminosidad</translation>
    </message>
    <message>
        <source>Burn time</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacidad</translation>
    </message>
    <message>
        <source>Celery</source>
        <translation>Apio</translation>
    </message>
    <message>
        <source>Chemistry</source>
        <translation>Química</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Color temperature</source>
        <translation>Temperatura de color</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Conector</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Cubre</translation>
    </message>
    <message>
        <source>Crustaceans</source>
        <translation>Crustáceos</translation>
    </message>
    <message>
        <source>Dairy &amp; Eggs</source>
        <translation>Lácteos y huevos</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>Diámetro</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>Medidas</translation>
    </message>
    <message>
        <source>Dimmable</source>
        <translation>Regulable</translation>
    </message>
    <message>
        <source>Drinks</source>
        <translation>Bebidas</translation>
    </message>
    <message>
        <source>Eggs</source>
        <translation>Huevo</translation>
    </message>
    <message>
        <source>Electronics &amp; Batteries</source>
        <translation>Electrónica y pilas</translation>
    </message>
    <message>
        <source>Fish</source>
        <translation>Pescado</translation>
    </message>
    <message>
        <source>Flavor</source>
        <translation>Sabor</translation>
    </message>
    <message>
        <source>Food Cupboard</source>
        <translation>Despensa</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Presentación</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Congelados</translation>
    </message>
    <message>
        <source>Fruit &amp; Vegetables</source>
        <translation>Frutas y verduras</translation>
    </message>
    <message>
        <source>Garden</source>
        <translation>Jardín</translation>
    </message>
    <message>
        <source>Gluten</source>
        <translation>Gluten</translation>
    </message>
    <message>
        <source>Gluten-free</source>
        <translation>Sin gluten</translation>
    </message>
    <message>
        <source>Halal</source>
        <translation>Halal</translation>
    </message>
    <message>
        <source>Hardware &amp; DIY</source>
        <translation>Ferretería y bricolaje</translation>
    </message>
    <message>
        <source>Health &amp; Beauty</source>
        <translation>Salud y belleza</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Altura</translation>
    </message>
    <message>
        <source>Household &amp; Cleaning</source>
        <translation>Hogar y limpieza</translation>
    </message>
    <message>
        <source>Kitchen &amp; Home</source>
        <translation>Cocina y casa</translation>
    </message>
    <message>
        <source>Kosher</source>
        <translation>Kosher</translation>
    </message>
    <message>
        <source>Lactose-free</source>
        <translation>Sin lactosa</translation>
    </message>
    <message>
        <source>Lamp base</source>
        <translation>Casquillo</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Life stage</source>
        <translation>Etapa de vida</translation>
    </message>
    <message>
        <source>Light Bulbs &amp; Lighting</source>
        <translation>Bombillas e iluminación</translation>
    </message>
    <message>
        <source>Lupin</source>
        <translation>Altramuz</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Meat, Fish &amp; Deli</source>
        <translation>Carne, pescado y charcutería</translation>
    </message>
    <message>
        <source>Milk</source>
        <translation>Leche</translation>
    </message>
    <message>
        <source>Molluscs</source>
        <translation>Moluscos</translation>
    </message>
    <message>
        <source>Mustard</source>
        <translation>Mostaza</translation>
    </message>
    <message>
        <source>Nut-free</source>
        <translation>Sin frutos secos</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Ocasión</translation>
    </message>
    <message>
        <source>Organic</source>
        <translation>Ecológico</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Peanuts</source>
        <translation>Cacahuete (maní)</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>Mascotas</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Piezas</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Potencia</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>Equivale a</translation>
    </message>
    <message>
        <source>Scent</source>
        <translation>Aroma</translation>
    </message>
    <message>
        <source>Sesame</source>
        <translation>Sésamo</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Hojas</translation>
    </message>
    <message>
        <source>Shellfish</source>
        <translation>Marisco</translation>
    </message>
    <message>
        <source>Snacks &amp; Sweets</source>
        <translation>Aperitivos y dulces</translation>
    </message>
    <message>
        <source>Soy</source>
        <translation>Soja</translation>
    </message>
    <message>
        <source>Stationery &amp; Gifts</source>
        <translation>Papelería y regalos</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Conservación</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Concentración</translation>
    </message>
    <message>
        <source>Sugar-free</source>
        <translation>Sin azúcar</translation>
    </message>
    <message>
        <source>Suitable for</source>
        <translation>Indicado para</translation>
    </message>
    <message>
        <source>Sulphites</source>
        <translation>Sulfitos</translation>
    </message>
    <message>
        <source>Tree nuts</source>
        <translation>Frutos de cáscara</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Uso</translation>
    </message>
    <message>
        <source>Vegan</source>
        <translation>Vegano</translation>
    </message>
    <message>
        <source>Vegetarian</source>
        <translation>Vegetariano</translation>
    </message>
    <message>
        <source>Voltage</source>
        <translation>Voltaje</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Wattage</source>
        <translation>Vatios</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Wheat</source>
        <translation>Trigo</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Ancho</translation>
    </message>
    <message>
        <source>fl oz</source>
        <comment>fluid ounce, after &apos;per&apos;</comment>
        <translation>fl oz</translation>
    </message>
    <message>
        <source>ft</source>
        <comment>foot, after &apos;per&apos;</comment>
        <translation>pie</translation>
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
        <translation>libra</translation>
    </message>
    <message>
        <source>m</source>
        <comment>meter</comment>
        <translation>m</translation>
    </message>
    <message>
        <source>oz</source>
        <comment>ounce, after &apos;per&apos;</comment>
        <translation>onza</translation>
    </message>
    <message>
        <source>qt</source>
        <comment>quart, after &apos;per&apos;</comment>
        <translation>cuarto</translation>
    </message>
    <message>
        <source>sq ft</source>
        <comment>square foot, after &apos;per&apos;</comment>
        <translation>pie²</translation>
    </message>
</context>
<context>
    <name>LanguageNote</name>
    <message>
        <source>The assistant understands and answers English only. A person can help you at any time.</source>
        <translation>El asistente solo entiende y responde en inglés. Una persona puede ayudarle en cualquier momento.</translation>
    </message>
</context>
<context>
    <name>LetterPad</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
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
        <translation>%1: en la cesta</translation>
    </message>
    <message>
        <source>%1: not in the basket after all</source>
        <translation>%1: fuera de la cesta</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>%1, %2 in the basket</source>
        <translation>%1, %2 en la cesta</translation>
    </message>
    <message>
        <source>As I added it</source>
        <translation>Como la escribí</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>Find a product and tap “Add to my list”. I keep the list until you leave.</source>
        <translation>Busque un producto y toque «Añadir a mi lista». Guardo la lista hasta que se vaya.</translation>
    </message>
    <message>
        <source>In the order of the walk</source>
        <translation>En orden de recorrido</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Mi lista</translation>
    </message>
    <message>
        <source>Offers on several are taken off at the checkout.</source>
        <translation>Las ofertas por varias unidades se descuentan en la caja.</translation>
    </message>
    <message>
        <source>Offers save you %1</source>
        <translation>Con las ofertas ahorra %1</translation>
    </message>
    <message>
        <source>Really clear it?</source>
        <translation>¿Borrarla de verdad?</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>Buscar en la tienda</translation>
    </message>
    <message>
        <source>Show me the way</source>
        <translation>Mostrarme el camino</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>Llevármela</translation>
    </message>
    <message>
        <source>That could not be changed just now. Your list is as you see it here.</source>
        <translation>No se ha podido cambiar. Su lista está como la ve aquí.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Your list is empty</source>
        <translation>Su lista está vacía</translation>
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
        <translation>Como mensaje</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>Como texto</translation>
    </message>
    <message>
        <source>Code %1 of %2</source>
        <translation>Código %1 de %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Point a scanner app at the code: it shows your list as text. No network is needed.</source>
        <translation>Apunte al código con una aplicación de escaneo: muestra su lista como texto. No hace falta conexión.</translation>
    </message>
    <message>
        <source>Point your phone’s camera at the code. It opens a message with your list: keep it as a draft or send it to yourself. No network is needed.</source>
        <translation>Apunte al código con la cámara del móvil. Se abre un mensaje con su lista: guárdelo como borrador o envíeselo. No hace falta conexión.</translation>
    </message>
    <message>
        <source>Print it</source>
        <translation>Imprimirla</translation>
    </message>
    <message>
        <source>QR code with your list</source>
        <translation>Código QR con su lista</translation>
    </message>
    <message>
        <source>Shopping list, %1</source>
        <translation>Lista de la compra, %1</translation>
    </message>
    <message>
        <source>Take your list along</source>
        <translation>Llévese su lista</translation>
    </message>
    <message>
        <source>That did not work just now. Please try again, or ask a member of staff.</source>
        <translation>No ha funcionado. Inténtelo de nuevo o pregunte al personal.</translation>
    </message>
    <message>
        <source>The code before</source>
        <translation>El código anterior</translation>
    </message>
    <message>
        <source>The next code</source>
        <translation>El código siguiente</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Your list is being printed.</source>
        <translation>Su lista se está imprimiendo.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>On your list</source>
        <translation>En su lista</translation>
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
        <translation>Todos los pasillos</translation>
    </message>
    <message>
        <source>Along my list</source>
        <translation>Por mi lista</translation>
    </message>
    <message>
        <source>Store map</source>
        <translation>Plano</translation>
    </message>
    <message>
        <source>The way</source>
        <translation>El camino</translation>
    </message>
    <message>
        <source>The way along my list</source>
        <translation>El camino por mi lista</translation>
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
        <translation>Abajo</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Más grande</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>The whole store</source>
        <translation>Toda la tienda</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>A la izquierda</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>A la derecha</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>I can hear you, and answer in writing for now.</source>
        <translation>Le oigo, pero por ahora respondo por escrito.</translation>
    </message>
    <message>
        <source>I can’t hear at the moment. You can type, or call a person.</source>
        <translation>Ahora no puedo oír. Puede escribir o llamar a una persona.</translation>
    </message>
    <message>
        <source>I can’t hear you at this kiosk. Please tap or type, I will answer aloud.</source>
        <translation>En este quiosco no puedo oírle. Toque o escriba y le responderé en voz alta.</translation>
    </message>
    <message>
        <source>I can’t hear you just yet. It takes a moment; touch works as always.</source>
        <translation>Aún no puedo oírle. Será un momento; la pantalla funciona como siempre.</translation>
    </message>
    <message>
        <source>Product information is away for a moment. A member of staff can help you.</source>
        <translation>Los datos de los productos no están disponibles por un momento. El personal puede ayudarle.</translation>
    </message>
    <message>
        <source>This kiosk works by touch: please tap or type.</source>
        <translation>Este quiosco funciona con el tacto: toque o escriba.</translation>
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
        <translation>%1 GB libres</translation>
    </message>
    <message>
        <source>%1 is being started again.</source>
        <translation>%1 se está reiniciando.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>de hace %n día</numerusform>
            <numerusform>de hace %n días</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) old</source>
        <translation>
            <numerusform>de hace %n hora</numerusform>
            <numerusform>de hace %n horas</numerusform>
        </translation>
    </message>
    <message>
        <source>A phone was let in.</source>
        <translation>Se ha añadido un teléfono.</translation>
    </message>
    <message>
        <source>Aislewise</source>
        <translation>Aislewise</translation>
    </message>
    <message>
        <source>Calls beyond the staff page</source>
        <translation>Avisos más allá de la página del personal</translation>
    </message>
    <message>
        <source>Calls by a program</source>
        <translation>Avisos mediante un programa</translation>
    </message>
    <message>
        <source>Calls by messenger</source>
        <translation>Avisos por mensajería</translation>
    </message>
    <message>
        <source>Calls over MQTT</source>
        <translation>Avisos por MQTT</translation>
    </message>
    <message>
        <source>Calls to a web server</source>
        <translation>Avisos a un servidor web</translation>
    </message>
    <message>
        <source>Catalog</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>Catalog’s age</source>
        <translation>Antigüedad del catálogo</translation>
    </message>
    <message>
        <source>Close Aislewise now</source>
        <translation>Cerrar Aislewise ahora</translation>
    </message>
    <message>
        <source>Close Aislewise …</source>
        <translation>Cerrar Aislewise …</translation>
    </message>
    <message>
        <source>Close the kiosk</source>
        <translation>Cerrar el quiosco</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disco</translation>
    </message>
    <message>
        <source>Everything but the screen</source>
        <translation>Todo menos la pantalla</translation>
    </message>
    <message>
        <source>HQ last reached</source>
        <translation>Último contacto con la central</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Dejarlo abierto</translation>
    </message>
    <message>
        <source>Kept. It counts from now on.</source>
        <translation>Guardado. Vale desde ahora.</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Quiosco</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Modelo de lenguaje</translation>
    </message>
    <message>
        <source>Languages for shoppers</source>
        <translation>Idiomas para los clientes</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Live stock and prices</source>
        <translation>Existencias y precios en vivo</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Loudspeaker</source>
        <translation>Altavoz</translation>
    </message>
    <message>
        <source>Messenger %1</source>
        <translation>Mensajería %1</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Componentes</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Recogniser</source>
        <translation>Reconocedor</translation>
    </message>
    <message>
        <source>Running since</source>
        <translation>En marcha desde</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Escáner</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>Shift roster</source>
        <translation>Turnos</translation>
    </message>
    <message>
        <source>Sound devices</source>
        <translation>Dispositivos de sonido</translation>
    </message>
    <message>
        <source>Staff page</source>
        <translation>Página del personal</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>State file</source>
        <translation>Archivo de estado</translation>
    </message>
    <message>
        <source>Take the logs away</source>
        <translation>Llevarse los registros</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation>No ha funcionado: %1</translation>
    </message>
    <message>
        <source>The logs are in %1</source>
        <translation>Los registros están en %1</translation>
    </message>
    <message>
        <source>The screen, voice and staff page end. Somebody at the machine must start them again.</source>
        <translation>Se cierran la pantalla, la voz y la página del personal. Alguien tendrá que iniciarlas en el equipo.</translation>
    </message>
    <message>
        <source>The store’s hub</source>
        <translation>El concentrador de la tienda</translation>
    </message>
    <message>
        <source>They hold nothing about shoppers. Plug in a memory stick to see it here.</source>
        <translation>No contienen nada sobre los clientes. Conecte una memoria USB para verla aquí.</translation>
    </message>
    <message>
        <source>To the stick %1</source>
        <translation>A la memoria %1</translation>
    </message>
    <message>
        <source>To this kiosk’s disk</source>
        <translation>Al disco de este quiosco</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Voz</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Wake word</source>
        <translation>Palabra de activación</translation>
    </message>
    <message>
        <source>is down</source>
        <translation>no funciona</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>no está</translation>
    </message>
    <message>
        <source>is starting</source>
        <translation>arrancando</translation>
    </message>
    <message>
        <source>less than an hour old</source>
        <translation>menos de una hora</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
</context>
<context>
    <name>OperatorPhones</name>
    <message numerus="yes">
        <source>%n phone(s) may sign in. A new one needs a code from here, once.</source>
        <translation>
            <numerusform>%n teléfono puede iniciar sesión. Uno nuevo necesita una vez un código de aquí.</numerusform>
            <numerusform>%n teléfonos pueden iniciar sesión. Uno nuevo necesita una vez un código de aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another code</source>
        <translation>Otro código</translation>
    </message>
    <message>
        <source>Fingerprint of the store’s certificate: %1</source>
        <translation>Huella del certificado de la tienda: %1</translation>
    </message>
    <message>
        <source>Hide the code</source>
        <translation>Ocultar el código</translation>
    </message>
    <message>
        <source>Phones for staff</source>
        <translation>Teléfonos del personal</translation>
    </message>
    <message>
        <source>QR code for a phone</source>
        <translation>Código QR para un teléfono</translation>
    </message>
    <message numerus="yes">
        <source>Scan it with the phone’s camera. It is good for one phone, for %n more minute(s).</source>
        <translation>
            <numerusform>Escanéelo con la cámara del teléfono. Vale para un teléfono, %n minuto más.</numerusform>
            <numerusform>Escanéelo con la cámara del teléfono. Vale para un teléfono, %n minutos más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show a code for a phone</source>
        <translation>Mostrar un código para un teléfono</translation>
    </message>
    <message>
        <source>Without a camera, open %1 and type</source>
        <translation>Sin cámara, abra %1 y escriba</translation>
    </message>
</context>
<context>
    <name>OperatorPin</name>
    <message numerus="yes">
        <source>%n digit(s) given</source>
        <translation>
            <numerusform>%n cifra</numerusform>
            <numerusform>%n cifras</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the shoppers</source>
        <translation>Volver a los clientes</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>For the operator of this kiosk</source>
        <translation>Para el operador de este quiosco</translation>
    </message>
    <message>
        <source>No PIN has been set. On this machine’s console, run: aislewise operator pin</source>
        <translation>No hay PIN. En la consola de este equipo, ejecute: aislewise operator pin</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ese no es el PIN.</translation>
    </message>
    <message>
        <source>That is not the PIN. Try again in %1 s.</source>
        <translation>Ese no es el PIN. Inténtelo de nuevo en %1 s.</translation>
    </message>
    <message>
        <source>The PIN cannot be checked at the moment. Is the disk full?</source>
        <translation>Ahora no se puede comprobar el PIN. ¿Está lleno el disco?</translation>
    </message>
    <message>
        <source>The file with the PIN is damaged. Set a new one on this machine’s console: aislewise operator pin</source>
        <translation>El archivo con el PIN está dañado. Ponga uno nuevo en la consola de este equipo: aislewise operator pin</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in %1 s.</source>
        <translation>Demasiados PIN erróneos. Inténtelo de nuevo en %1 s.</translation>
    </message>
</context>
<context>
    <name>Price</name>
    <message>
        <source>was %1</source>
        <translation>antes %1</translation>
    </message>
</context>
<context>
    <name>ProductFacts</name>
    <message>
        <source>About this product</source>
        <translation>Sobre este producto</translation>
    </message>
    <message>
        <source>Allergens and diet</source>
        <translation>Alérgenos y dieta</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Contiene</translation>
    </message>
    <message>
        <source>From the product label. If you have an allergy, please read the pack too.</source>
        <translation>Según la etiqueta. Si tiene alergia, lea también el envase.</translation>
    </message>
    <message>
        <source>Ingredients</source>
        <translation>Ingredientes</translation>
    </message>
    <message>
        <source>May contain traces of</source>
        <translation>Puede contener trazas de</translation>
    </message>
    <message>
        <source>No allergens are named on the label.</source>
        <translation>La etiqueta no menciona alérgenos.</translation>
    </message>
    <message>
        <source>Nutrition</source>
        <translation>Información nutricional</translation>
    </message>
    <message>
        <source>Nutrition per %1</source>
        <translation>Información nutricional por %1</translation>
    </message>
</context>
<context>
    <name>ProductHero</name>
    <message>
        <source>As of %1</source>
        <translation>A fecha de %1</translation>
    </message>
    <message>
        <source>For ages %1 and up. We check ID at checkout.</source>
        <translation>A partir de %1 años. En la caja pedimos un documento.</translation>
    </message>
    <message>
        <source>Offer ends %1</source>
        <translation>La oferta termina el %1</translation>
    </message>
</context>
<context>
    <name>ProductMissing</name>
    <message>
        <source>Ask a person</source>
        <translation>Preguntar a una persona</translation>
    </message>
    <message>
        <source>I can’t look this up right now.</source>
        <translation>Ahora no puedo consultarlo.</translation>
    </message>
    <message>
        <source>I don’t know this product.</source>
        <translation>No conozco este producto.</translation>
    </message>
    <message>
        <source>It may be new, or from another store. Scan it once more with the whole barcode in the light, or search for it by its name.</source>
        <translation>Puede ser nuevo o de otra tienda. Escanéelo otra vez con todo el código bajo la luz, o búsquelo por su nombre.</translation>
    </message>
    <message>
        <source>Please try again in a moment.</source>
        <translation>Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Buscar por nombre</translation>
    </message>
    <message>
        <source>The code that I read: %1</source>
        <translation>El código que he leído: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>ProductPage</name>
    <message>
        <source>Add to my list</source>
        <translation>Añadir a mi lista</translation>
    </message>
    <message>
        <source>Ask about it</source>
        <translation>Preguntar sobre esto</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Goes well with it</source>
        <translation>Combina bien con</translation>
    </message>
    <message>
        <source>On your list, add one more</source>
        <translation>En su lista, añadir otro</translation>
    </message>
    <message>
        <source>Other sizes</source>
        <translation>Otros tamaños</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Producto</translation>
    </message>
    <message>
        <source>Similar products</source>
        <translation>Productos parecidos</translation>
    </message>
    <message>
        <source>Something wrong here?</source>
        <translation>¿Hay algo mal aquí?</translation>
    </message>
    <message>
        <source>Take one of these instead</source>
        <translation>En su lugar, pruebe uno de estos</translation>
    </message>
    <message>
        <source>The like for less</source>
        <translation>Parecidos más baratos</translation>
    </message>
</context>
<context>
    <name>ProductPlace</name>
    <message>
        <source>Shelf %1, counted from the floor</source>
        <translation>Estante %1, contando desde el suelo</translation>
    </message>
    <message>
        <source>Show me the way</source>
        <translation>Mostrarme el camino</translation>
    </message>
</context>
<context>
    <name>ProductTile</name>
    <message>
        <source>Aisle %1</source>
        <translation>Pasillo %1</translation>
    </message>
</context>
<context>
    <name>ProductWrong</name>
    <message>
        <source>I could not keep that just now. Please try again, or tell a member of staff.</source>
        <translation>No he podido guardarlo. Inténtelo de nuevo o dígaselo al personal.</translation>
    </message>
    <message>
        <source>Ingredients, allergens or nutrition are wrong</source>
        <translation>Ingredientes, alérgenos o nutrición incorrectos</translation>
    </message>
    <message>
        <source>It is not on the shelf</source>
        <translation>No está en el estante</translation>
    </message>
    <message>
        <source>It stands somewhere else</source>
        <translation>Está en otro sitio</translation>
    </message>
    <message>
        <source>Name, size or picture are wrong</source>
        <translation>Nombre, tamaño o imagen incorrectos</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>Tap what is wrong. Nothing about you is kept.</source>
        <translation>Toque lo que está mal. No se guarda nada sobre usted.</translation>
    </message>
    <message>
        <source>Tell a member of staff</source>
        <translation>Decírselo al personal</translation>
    </message>
    <message>
        <source>Thank you!</source>
        <translation>¡Gracias!</translation>
    </message>
    <message>
        <source>The price on the shelf is another</source>
        <translation>El precio del estante es otro</translation>
    </message>
    <message>
        <source>The store will check it. Nothing about you was kept.</source>
        <translation>La tienda lo comprobará. No se ha guardado nada sobre usted.</translation>
    </message>
    <message>
        <source>What is wrong here?</source>
        <translation>¿Qué está mal aquí?</translation>
    </message>
</context>
<context>
    <name>ReachPanel</name>
    <message>
        <source>I am an automated assistant. Everything to touch is below.</source>
        <translation>Soy un asistente automático. Todo lo que se toca está abajo.</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>Read this page aloud</source>
        <translation>Leer esta página en voz alta</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Dejar de leer</translation>
    </message>
</context>
<context>
    <name>ScanPage</name>
    <message>
        <source>Ask a person</source>
        <translation>Preguntar a una persona</translation>
    </message>
    <message>
        <source>Hold the barcode in front of the scanner.</source>
        <translation>Ponga el código de barras frente al escáner.</translation>
    </message>
    <message>
        <source>Scan a product</source>
        <translation>Escanear un producto</translation>
    </message>
    <message>
        <source>Search by name or number</source>
        <translation>Buscar por nombre o número</translation>
    </message>
    <message>
        <source>You see its price, what is in it and where it belongs. You can scan on any page.</source>
        <translation>Verá su precio, qué contiene y dónde va. Puede escanear en cualquier página.</translation>
    </message>
</context>
<context>
    <name>SearchChips</name>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filtrar y ordenar</translation>
    </message>
    <message>
        <source>Filter and sort (%1)</source>
        <translation>Filtrar y ordenar (%1)</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Disponible</translation>
    </message>
    <message>
        <source>Reduced</source>
        <translation>Rebajado</translation>
    </message>
    <message>
        <source>Tap to lift this filter</source>
        <translation>Toque para quitar este filtro</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>Hasta %1</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
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
        <translation>Los más afines</translation>
    </message>
    <message>
        <source>Best value by amount</source>
        <translation>Mejor precio por cantidad</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Diet</source>
        <translation>Dieta</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>Filtrar y ordenar</translation>
    </message>
    <message>
        <source>In stock (%1)</source>
        <translation>Disponible (%1)</translation>
    </message>
    <message>
        <source>Lift all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>El más barato</translation>
    </message>
    <message>
        <source>Name A to Z</source>
        <translation>Nombre de la A a la Z</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>No hay nada</translation>
    </message>
    <message>
        <source>Reduced (%1)</source>
        <translation>Rebajado (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Show %n product(s)</source>
        <translation>
            <numerusform>Ver %n producto</numerusform>
            <numerusform>Ver %n productos</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>Mostrar solo</translation>
    </message>
    <message>
        <source>Show results</source>
        <translation>Ver resultados</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Up to %1 (%2)</source>
        <translation>Hasta %1 (%2)</translation>
    </message>
</context>
<context>
    <name>SearchNothing</name>
    <message>
        <source>Ask a person</source>
        <translation>Preguntar a una persona</translation>
    </message>
    <message>
        <source>Ask the assistant</source>
        <translation>Preguntar al asistente</translation>
    </message>
    <message>
        <source>Did you mean</source>
        <translation>Quizá quiso decir</translation>
    </message>
    <message>
        <source>I can’t search right now.</source>
        <translation>Ahora no puedo buscar.</translation>
    </message>
    <message>
        <source>I found nothing for “%1”</source>
        <translation>No he encontrado nada para «%1»</translation>
    </message>
    <message>
        <source>Lift all filters</source>
        <translation>Quitar todos los filtros</translation>
    </message>
    <message>
        <source>Nothing matches these filters.</source>
        <translation>Nada coincide con estos filtros.</translation>
    </message>
    <message>
        <source>Perhaps one of these</source>
        <translation>Quizá uno de estos</translation>
    </message>
    <message>
        <source>Please try again in a moment, or ask a member of staff.</source>
        <translation>Inténtelo de nuevo en un momento o pregunte al personal.</translation>
    </message>
    <message>
        <source>Popular here</source>
        <translation>Lo más buscado</translation>
    </message>
    <message>
        <source>There is nothing here at the moment.</source>
        <translation>Aquí no hay nada por ahora.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Try fewer or other words. A member of staff can also check for you.</source>
        <translation>Pruebe con menos palabras o con otras. El personal también puede mirarlo.</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Back up</source>
        <translation>Volver arriba</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Más abajo</translation>
    </message>
    <message>
        <source>On offer</source>
        <translation>En oferta</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search products and brands</source>
        <translation>Buscar productos y marcas</translation>
    </message>
    <message>
        <source>Showing results for “%1”</source>
        <translation>Resultados para «%1»</translation>
    </message>
    <message>
        <source>Tap two to four products to compare them.</source>
        <translation>Toque de dos a cuatro productos para compararlos.</translation>
    </message>
</context>
<context>
    <name>SearchStart</name>
    <message>
        <source>Departments</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Popular here</source>
        <translation>Lo más buscado</translation>
    </message>
</context>
<context>
    <name>ShellBar</name>
    <message>
        <source>Ask me</source>
        <translation>Pregúnteme</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>Llamar al personal</translation>
    </message>
    <message>
        <source>Easier to use</source>
        <translation>Más fácil de usar</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>My list</source>
        <translation>Mi lista</translation>
    </message>
    <message>
        <source>Tap to stop</source>
        <translation>Toque para parar</translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation>Toque y hable</translation>
    </message>
</context>
<context>
    <name>StaffElse</name>
    <message>
        <source>Ask the assistant</source>
        <translation>Preguntar al asistente</translation>
    </message>
    <message>
        <source>Look at the map</source>
        <translation>Ver el plano</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>Mientras tanto</translation>
    </message>
    <message>
        <source>Search the store</source>
        <translation>Buscar en la tienda</translation>
    </message>
    <message>
        <source>See the offers</source>
        <translation>Ver las ofertas</translation>
    </message>
    <message>
        <source>Take my list along</source>
        <translation>Llevarme mi lista</translation>
    </message>
    <message>
        <source>What else there is</source>
        <translation>Qué más hay</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Back, it is not urgent</source>
        <translation>Volver, no es urgente</translation>
    </message>
    <message>
        <source>Call staff</source>
        <translation>Llamar al personal</translation>
    </message>
    <message>
        <source>I could not call anybody just now.</source>
        <translation>No he podido avisar a nadie.</translation>
    </message>
    <message>
        <source>If a life is in danger, call the emergency services too.</source>
        <translation>Si hay una vida en peligro, llame también a emergencias.</translation>
    </message>
    <message>
        <source>Please try again, or speak to any member of staff or the service desk.</source>
        <translation>Inténtelo de nuevo, o hable con un empleado o con el mostrador de atención.</translation>
    </message>
    <message>
        <source>Tap a reason. Somebody comes to this kiosk.</source>
        <translation>Toque un motivo. Alguien vendrá a este quiosco.</translation>
    </message>
    <message>
        <source>Urgent help</source>
        <translation>Ayuda urgente</translation>
    </message>
    <message>
        <source>What can we help you with?</source>
        <translation>¿En qué podemos ayudarle?</translation>
    </message>
    <message>
        <source>What is happening? Everyone in the store is alerted at once.</source>
        <translation>¿Qué ocurre? Se avisa enseguida a todo el personal.</translation>
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
        <translation>De acuerdo</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Llamar otra vez</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Avisado</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>I don’t need help any more</source>
        <translation>Ya no necesito ayuda</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En camino</translation>
    </message>
    <message>
        <source>Show me something like it</source>
        <translation>Mostrar algo parecido</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aceptado</translation>
    </message>
    <message numerus="yes">
        <source>called %n minute(s) ago</source>
        <translation>
            <numerusform>avisado hace %n minuto</numerusform>
            <numerusform>avisado hace %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>called just now</source>
        <translation>avisado ahora mismo</translation>
    </message>
</context>
<context>
    <name>StaffWords</name>
    <message>
        <source>For example: a red jacket, by the door</source>
        <translation>Por ejemplo: chaqueta roja, junto a la puerta</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Tell them what it is about</source>
        <translation>Dígales de qué se trata</translation>
    </message>
    <message>
        <source>That did not reach them. Please try again.</source>
        <translation>No les ha llegado. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Write it here</source>
        <translation>Escríbalo aquí</translation>
    </message>
    <message>
        <source>You said: %1</source>
        <translation>Usted dijo: %1</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One less of %1</source>
        <translation>Uno menos de %1</translation>
    </message>
    <message>
        <source>One more of %1</source>
        <translation>Uno más de %1</translation>
    </message>
</context>
<context>
    <name>StoreMark</name>
    <message>
        <source>Welcome</source>
        <translation>Le damos la bienvenida</translation>
    </message>
</context>
<context>
    <name>TalkChoices</name>
    <message>
        <source>No, something else</source>
        <translation>No, otra cosa</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Ninguna de estas</translation>
    </message>
    <message>
        <source>Type it instead</source>
        <translation>Mejor escribirlo</translation>
    </message>
</context>
<context>
    <name>TalkFeedback</name>
    <message>
        <source>Bad answer</source>
        <translation>Mala respuesta</translation>
    </message>
    <message>
        <source>Good answer</source>
        <translation>Buena respuesta</translation>
    </message>
    <message>
        <source>Rude or offensive</source>
        <translation>Grosera u ofensiva</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Otra cosa</translation>
    </message>
    <message>
        <source>Something is not true</source>
        <translation>Algo no es cierto</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Gracias.</translation>
    </message>
    <message>
        <source>Thank you. The store can look at what went wrong; who you are is not kept.</source>
        <translation>Gracias. La tienda puede ver qué falló; no se guarda quién es usted.</translation>
    </message>
    <message>
        <source>The wrong product</source>
        <translation>El producto equivocado</translation>
    </message>
    <message>
        <source>What was wrong?</source>
        <translation>¿Qué estaba mal?</translation>
    </message>
    <message>
        <source>You did not understand me</source>
        <translation>No me ha entendido</translation>
    </message>
</context>
<context>
    <name>TalkPage</name>
    <message>
        <source>Ask me anything about the store</source>
        <translation>Pregúnteme lo que quiera sobre la tienda</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Asistente</translation>
    </message>
    <message>
        <source>Automated, not a person</source>
        <translation>Automático, no una persona</translation>
    </message>
    <message>
        <source>Call a person</source>
        <translation>Llamar a una persona</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>I am an automated assistant; nothing you say is recorded.</source>
        <translation>Soy un asistente automático; nada de lo que dice se graba.</translation>
    </message>
    <message>
        <source>I need a gift for a child</source>
        <translation>Necesito un regalo para un niño</translation>
    </message>
    <message>
        <source>I’m done</source>
        <translation>He terminado</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>Dejar de hablar</translation>
    </message>
    <message>
        <source>Tap the microphone and talk, or type below. I am an automated assistant; nothing you say is recorded.</source>
        <translation>Toque el micrófono y hable, o escriba abajo. Soy un asistente automático; nada de lo que dice se graba.</translation>
    </message>
    <message>
        <source>Tap to talk</source>
        <translation>Toque y hable</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Type below in your own words. I am an automated assistant.</source>
        <translation>Escriba abajo con sus palabras. Soy un asistente automático.</translation>
    </message>
    <message>
        <source>Type instead</source>
        <translation>Mejor escribir</translation>
    </message>
    <message>
        <source>Type your question</source>
        <translation>Escriba su pregunta</translation>
    </message>
    <message>
        <source>What is on offer?</source>
        <translation>¿Qué hay de oferta?</translation>
    </message>
    <message>
        <source>When are you open?</source>
        <translation>¿Cuál es el horario?</translation>
    </message>
    <message>
        <source>Where is the oat milk?</source>
        <translation>¿Dónde está la leche de avena?</translation>
    </message>
</context>
<context>
    <name>TalkTurn</name>
    <message>
        <source> and </source>
        <translation> y </translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>hace %n hora</numerusform>
            <numerusform>hace %n horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>hace %n minuto</numerusform>
            <numerusform>hace %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Automated assistant</source>
        <translation>Asistente automático</translation>
    </message>
    <message>
        <source>Call a member of staff</source>
        <translation>Llamar a un empleado</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Comparar lado a lado</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>From %1, %2</source>
        <translation>De %1, %2</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Open my list</source>
        <translation>Abrir mi lista</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Say it again</source>
        <translation>Repetirlo</translation>
    </message>
    <message>
        <source>Show %1 more</source>
        <translation>Ver %1 más</translation>
    </message>
    <message>
        <source>Show me the way</source>
        <translation>Mostrarme el camino</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>the current offers</source>
        <translation>las ofertas actuales</translation>
    </message>
    <message>
        <source>the shelf label</source>
        <translation>la etiqueta del estante</translation>
    </message>
    <message>
        <source>the store plan</source>
        <translation>el plano de la tienda</translation>
    </message>
    <message>
        <source>the store’s opening hours</source>
        <translation>el horario de la tienda</translation>
    </message>
    <message>
        <source>the store’s own information</source>
        <translation>la información de la tienda</translation>
    </message>
    <message>
        <source>the store’s own rules</source>
        <translation>las normas de la tienda</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
</context>
<context>
    <name>VoiceStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Hello, I am an automated assistant. Ask me where something is, what it costs, or for a person.</source>
        <translation>Hola, soy un asistente automático. Pregúnteme dónde está algo, cuánto cuesta, o pida una persona.</translation>
    </message>
    <message>
        <source>Stop speaking</source>
        <translation>Dejar de hablar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
</context>
<context>
    <name>WayWords</name>
    <message>
        <source>%1 ft</source>
        <translation>%1 pies</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>Bay %1 is in front of you.</source>
        <translation>El módulo %1 está delante de usted.</translation>
    </message>
    <message>
        <source>Bay %1 is on your left.</source>
        <translation>El módulo %1 está a su izquierda.</translation>
    </message>
    <message>
        <source>Bay %1 is on your right.</source>
        <translation>El módulo %1 está a su derecha.</translation>
    </message>
    <message>
        <source>From this kiosk, walk %1 towards %2.</source>
        <translation>Desde este quiosco, camine %1 hacia %2.</translation>
    </message>
    <message>
        <source>From this kiosk, walk %1.</source>
        <translation>Desde este quiosco, camine %1.</translation>
    </message>
    <message>
        <source>Turn around and walk %1.</source>
        <translation>Dé la vuelta y camine %1.</translation>
    </message>
    <message>
        <source>Turn left and walk %1 to %2.</source>
        <translation>Gire a la izquierda y camine %1 hasta %2.</translation>
    </message>
    <message>
        <source>Turn left and walk %1.</source>
        <translation>Gire a la izquierda y camine %1.</translation>
    </message>
    <message>
        <source>Turn right and walk %1 to %2.</source>
        <translation>Gire a la derecha y camine %1 hasta %2.</translation>
    </message>
    <message>
        <source>Turn right and walk %1.</source>
        <translation>Gire a la derecha y camine %1.</translation>
    </message>
    <message>
        <source>aisle %1</source>
        <translation>el pasillo %1</translation>
    </message>
</context>
<context>
    <name>style</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
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
