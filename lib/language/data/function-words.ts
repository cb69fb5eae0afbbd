/**
 * Words that join sentences rather than say what they are about, by the first part of a language's tag, as they are folded.
 * English has its own (lib/language/stop-words.ts).
 */
export const FUNCTION_WORDS_OF: Record<string, string> = {
  ar: `
    في من على الى عن مع هذا هذه ذلك تلك التي الذي الذين ان انه انها كان كانت يكون قد لقد لا لم لن ما او ثم بل حتى اذا كل بعض غير
    بين بعد قبل عند منذ خلال حول ضد دون هو هي هم نحن انا كما لكن اي ايضا فيها فيه عليه عليها منه منها له لها لهم به بها وهو
    وهي وقد وكان وقال قال قالت واضاف اضاف يوم حيث هناك نحو امام تحت فوق عبر وان ولا وفي ومن وعلى
  `,
  de: `
    aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus bei beim beiden bereits bis bislang da
    dabei dadurch dafur dagegen daher damit danach dann daran darauf daruber darum das dass dem den denen denn der deren derzeit
    des dessen deshalb die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines einige er erst
    es etwa etwas fur gab ganz gar geben gegen gegenuber gewesen gibt hab habe haben hat hatte hatten hier hin hinter ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist ja je jede jedem jeden jeder jedes jedoch jetzt kann kein keine
    keinen keiner konne konnen konnte konnten laut machen macht man mehr mehrere mein mit mittlerweile muss mussen musste nach
    nachdem nicht nichts noch nun nur ob obwohl oder ohne pro sagt sagte sagten sehr sei seien sein seine seinem seinen seiner
    seit selbst sich sie sind so sogar soll sollen sollte sollten sondern sowie statt teilte trotz uber um und uns unser unter viel
    viele vom von vor wahrend war ware waren warum was weil weiter weitere weiteren weiterhin welche wenn wer werde werden wie
    wieder will wir wird wo wollen worden wurde wurden zu zudem zum zur zwar zwischen zufolge
    montag dienstag mittwoch donnerstag freitag samstag sonntag neue neuen neuer neues
  `,
  es: `
    a al algo algunas algunos ante antes asi aun aunque ayer bajo bien cada casi como con contra cual cuales cuando cuanto de del
    desde despues dice dicho dijo donde dos durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta
    estaba estado estan estar estas este esto estos fue fueron ha haber habia han hasta hay hoy la las le les lo los luego mas me
    mi mientras mismo misma mucho muchos muy nada ni no nos nosotros nuestro o otra otras otro otros para pero poco por porque
    primera primero puede pueden pues que quien quienes se sea segun ser si sido sin sino sobre solo son su sus tal tambien tan
    tanto te tiene tienen toda todas todo todos tras tu un una unas uno unos usted varios ya yo lunes martes miercoles
    jueves viernes sabado domingo ademas
  `,
  fr: `
    a afin ainsi alors apres au aucun aucune aujourd aujourdhui aussi autre autres aux avaient avait avant avec avoir ayant beaucoup
    bien car ce cela celle celles celui cependant certains ces cet cette ceux chaque chez ci comme comment contre d dans de
    declare deja depuis derniere des deux dit dont du durant elle elles en encore entre est et etaient etait etant ete etre eu eux
    explique fait faire fois font il ils j jamais je jusqu jusque l la le les leur leurs lors lorsque lui m ma mais malgre
    me meme memes mes moins mon n ne ni non nos notre nous on ont ou par parce pas peu peut peuvent plus plusieurs pour pourquoi
    premier premiere pres puis qu quand que quel quelle quelles quelque quelques quels qui quoi s sa sans se selon sera ses seront
    si soit son sont sous sur t tandis tant te tous tout toute toutes tres trop trois tu un une vers voir vos votre vous y
    lundi mardi mercredi jeudi vendredi samedi dimanche affirme ajoute
  `,
  hi: `
    और का के की को से में पर है हैं था थे थी हो होने हुए हुई हुआ कि यह वह ये वे इस उस इन उन एक ने भी तो ही कर करने किया किए
    गया गई गए लिए साथ बाद तक अपने अपनी जो जब तब अब कहा नहीं या लेकिन द्वारा दिया रहा रहे रही कुछ सभी
  `,
  it: `
    a abbiamo ai al alla alle allo altre altri altro anche ancora avere aveva c che chi ci cio come con contro cosi cui d
    da dagli dai dal dalla dalle degli dei del della delle dello detto di dopo dove due durante e ed era erano essere fa fino fra
    gia gli ha hanno i ieri il in infatti io l la le lei lo loro lui ma mentre mi molto ne nei nel nella nelle nello
    noi non nostro o oggi ogni per perche piu poi prima proprio puo qua quale quali quando quanto quella quelle quelli quello questa
    queste questi questo qui sara se secondo sempre senza si sia sono sopra sotto stata state stati stato su sua sue sugli sui sul
    sulla suo suoi tra tre tutta tutte tutti tutto un una uno vi verso lunedi martedi mercoledi giovedi venerdi sabato domenica
  `,
  ko: `
    이 그 저 것 수 등 및 또 또는 그리고 하지만 그러나 그런데 그래서 따라서 때문 때문에 대해 대한 위해 위한 통해 따라 따르면 의해 관련 경우
    이번 지난 오는 당시 현재 오늘 어제 내일 이날 올해 지난해 내년 약 더 가장 매우 모두 각각 다시 함께 있다 있는 있었다 있어 있습니다 없다
    없는 한다 했다 하는 하고 된다 됐다 되는 밝혔다 말했다 전했다 덧붙였다 설명했다 우리 저희 여러 다른 이런 그런 모든 어떤 월요일 화요일 수요일
    목요일 금요일 토요일 일요일
  `,
  nl: `
    aan al alle alleen als altijd andere anderen bij binnen dan dat de deze die dit doen door dus een eerste en er gaan geen geweest
    haar had hadden heb hebben heeft hem hen het hier hij hoe hun ik in is je kan komen kon kunnen maar maken meer men met
    mijn moet moeten na naar nadat niet niets nog nu of om omdat onder ons onze ook op over sinds te tegen tijdens toch toen tot
    twee tussen uit van vanaf veel volgens voor vooral waar waren was wat weer wel werd werden wie wil worden wordt zal ze zegt zei
    zelf zich zij zijn zo zoals zonder zou zouden maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  `,
  pt: `
    a afirma afirmou ainda alem algumas alguns ante antes ao aos apenas apos aquela aquele aqui as assim ate atraves cada
    com como contra cujo da dar das de deles dela dele depois desde dessa desse desta deste disse do dois dos durante e
    ela elas ele eles em embora enquanto entao entre era eram essa essas esse esses esta estao estas estava este estes eu foi foram
    ha hoje isso isto ja la lhe lhes mais mas me mesma mesmo meu muito na nao nas nem nessa nesse nesta neste no nos nossa nosso num
    numa o ontem onde os ou outra outras outro outros para pela pelas pelo pelos pode podem pois por porem porque pouco primeira
    primeiro qual quando quanto que quem se segundo seja sem sempre ser sera seu seus si sido sobre sua suas tal tambem tao te tem
    ter teve tinha toda todas todo todos tres tudo um uma umas uns varios vez voce segunda terca quarta quinta sexta feira sabado
    domingo
  `,
  ru: `
    а без более больше будет будут бы был была были было быть в вам вас ведь во вот все всего всех всю вы где да даже
    два для до его ее если есть еще же за затем здесь и из или им именно иногда их к каждый как какой когда который которая которое
    которые которых которой котором которым кто ли лишь между меня мне много может можно мой мы на над надо нам нас не него нее нет ни
    них но ну о об однако он она они оно от отметил очень по под после потом потому почти при про раз с сам свои своей своем своих
    сейчас сказал сказала со сообщил сообщила среди так также такой там тем теперь то того тоже только том тот три ту ты у уже хотя
    чего чем через что чтобы эта эти это этого этой этом этот эту этих я понедельник вторник среда четверг пятница суббота
    воскресенье словам
  `,
  sv: `
    alla allt att av bara blev bli blir da dar de dem den denna deras dess det detta dig din dina dock du efter eller en enligt ett
    fick fler flera for fore fran genom ha hade han hans har hela hem hennes hon hur i in innan inte ja jag kan kommer kunde man med
    mellan men mer mot mycket nar nu nya och ocksa om oss over pa pe sa sade sager samma samt sedan sig sin sina sitt ska skulle som
    till tva under upp ut utan vad var vara varit vi vid vilka vill ater
  `,
  tr: `
    ama ancak bazi bir bircok biri birlikte boyle bu bunu bunun butun cok da daha de degil dedi diye dolayi en fakat gibi gore hem
    hep her hic icin ile ise itibaren kadar karsi ki kim mi nasil ne neden nerede o oldu oldugu oldugunu olan olarak olmasi olur on
    once onu onun ozel sadece sonra su tarafindan tum uzere var ve veya ya yeni yok
  `,
}
