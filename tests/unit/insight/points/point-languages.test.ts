import { expect, test } from 'vitest'
import { answersOf, argues } from '@/lib/insight/points/headline'
import { isBoilerplate } from '@/lib/insight/points/is-boilerplate'
import { isSelfContained } from '@/lib/insight/points/is-self-contained'
import { pointsIn } from '@/lib/insight/points/point-languages'
import { isFirstPerson } from '@/lib/insight/points/speaker'
import { words } from '@/lib/language/words'
import { TABLES } from '@/lib/words/tables'

const stands = (text: string, lang: string) => isSelfContained(text, words(text, lang).length, lang)

test('something is known of the points in each language of the interface', () => {
  for (const lang of Object.keys(TABLES)) expect(pointsIn(lang)).toBeDefined()
})

test.each([
  ['en', 'Engineers closed the lock of Westlund on Monday after a gate had cracked.'],
  ['de', 'Die Stadt Westlund schließt am Montag ihren Hafen für mehrere Wochen.'],
  ['fr', 'La ville de Westlund ferme son port lundi pour plusieurs semaines.'],
  ['es', 'La ciudad de Westlund cierra su puerto el lunes durante varias semanas.'],
  ['it', 'I ministri dei trasporti hanno chiuso lunedì il porto di Westlund.'],
  ['pt', 'A cidade de Westlund fecha o porto na segunda-feira por várias semanas.'],
  ['ru', 'Власти Вестлунда закрыли порт в понедельник на несколько недель.'],
  ['ja', '北浜市は月曜日から数週間にわたり港を閉鎖すると発表した。'],
  ['ko', '북항시는 월요일부터 몇 주 동안 항구를 폐쇄한다고 발표했다.'],
  ['zh-Hans', '北港市政府宣布从星期一起关闭港口数周进行维修。'],
  ['zh-Hant', '北港市政府宣布從星期一起關閉港口數週進行維修。'],
  ['ar', 'أغلقت مدينة ويستلوند ميناءها يوم الاثنين لعدة أسابيع.'],
  ['he', 'עיריית וסטלונד סגרה ביום שני את הנמל לכמה שבועות.'],
  ['hi', 'वेस्टलुंड शहर ने सोमवार को कई हफ्तों के लिए अपना बंदरगाह बंद कर दिया।'],
])('%s: stands alone: %s', (lang, text) => {
  expect(stands(text, lang)).toBe(true)
})

test.each([
  ['en', 'But the company had promised a new ship for the route long before.'],
  ['de', 'Dennoch hatte die Reederei schon lange ein neues Schiff versprochen.'],
  ['de', 'Sie soll vierzehn Millionen Euro kosten und im Herbst fertig sein.'],
  ['fr', 'Cependant, la compagnie avait promis un nouveau navire depuis longtemps.'],
  ['es', 'Sin embargo, la compañía había prometido un barco nuevo hace tiempo.'],
  ['it', 'Tuttavia la compagnia aveva promesso da tempo una nuova nave.'],
  ['pt', 'No entanto, a empresa tinha prometido um novo navio há muito tempo.'],
  ['ru', 'Однако компания давно обещала новый корабль для этой линии.'],
  ['ja', 'しかし会社は以前からこの航路に新しい船を約束していた。'],
  ['ko', '그러나 회사는 오래전부터 이 노선에 새 배를 약속했다.'],
  ['zh-Hans', '但是公司早就承诺为这条航线提供一艘新船。'],
  ['zh-Hant', '不過公司早就承諾為這條航線提供一艘新船。'],
  ['ar', 'ومع ذلك وعدت الشركة منذ زمن طويل بسفينة جديدة لهذا الخط.'],
  ['he', 'עם זאת החברה הבטיחה לפני זמן רב ספינה חדשה לקו הזה.'],
  ['hi', 'लेकिन कंपनी ने बहुत पहले इस मार्ग के लिए नया जहाज देने का वादा किया था।'],
])('%s: needs the sentence before: %s', (lang, text) => {
  expect(stands(text, lang)).toBe(false)
  expect(isBoilerplate(text, lang)).toBe(false)
})

test.each([
  ['en', 'Please check the topics below for more stories of the day.'],
  ['en', 'You’ve just finished reading our free article of the week.'],
  ['en', 'Subscribe to our newsletter and support independent journalism.'],
  ['en', 'The following article appeared in our Sunday edition last week.'],
  ['de', 'Abonnieren Sie unseren kostenlosen Newsletter aus dem Rathaus.'],
  ['de', 'Lesen Sie auch unsere Serie über das Wasser in der Region.'],
  ['fr', 'Abonnez-vous pour lire la suite de nos analyses du week-end.'],
  ['fr', 'La carte ci-dessous montre les communes touchées par la crue.'],
  ['es', 'Suscríbete a nuestro boletín y recibe las noticias cada mañana.'],
  ['it', 'Iscriviti alla nostra newsletter per ricevere le notizie del giorno.'],
  ['pt', 'Leia também a entrevista com o prefeito publicada no domingo.'],
  ['ru', 'Подписывайтесь на наш канал, чтобы не пропустить главное.'],
  ['ja', 'この記事は有料会員限定です。'],
  ['ja', '残りの記事を読むには会員登録が必要です。'],
  ['ko', '저작권자 북항일보, 무단 전재 및 재배포 금지.'],
  ['zh-Hans', '未经授权，任何媒体不得转载本报的文字和图片。'],
  ['zh-Hant', '訂閱我們的電子報，每天早上收到最新消息。'],
  ['ar', 'اشترك في النشرة البريدية لتصلك أهم الأخبار كل صباح.'],
  ['he', 'הירשמו לניוזלטר שלנו וקבלו את החדשות בכל בוקר.'],
  ['hi', 'ताज़ा खबरों के लिए हमारे चैनल को सब्सक्राइब करें।'],
])('%s: surrounds the article: %s', (lang, text) => {
  expect(isBoilerplate(text, lang)).toBe(true)
})

test.each([
  ['en', 'Why the lock closed', 'Engineers closed the lock because a gate had cracked.'],
  ['de', 'Warum die Schleuse zu ist', 'Die Schleuse ist wegen eines Risses im Tor geschlossen.'],
  ['fr', 'Pourquoi l’écluse ferme', 'L’écluse est fermée en raison d’une fissure.'],
  ['es', '¿Por qué cierra la esclusa?', 'La esclusa cerró debido a una grieta en la puerta.'],
  ['it', 'Perché chiude la chiusa', 'La chiusa è ferma a causa di una crepa.'],
  ['pt', 'Por que a eclusa fechou', 'A eclusa fechou por causa de uma rachadura no portão.'],
  ['ru', 'Почему закрыли шлюз', 'Шлюз закрыли из-за трещины в воротах.'],
  ['ja', 'なぜ水門は閉じたのか', '市は扉に亀裂が見つかったため、水門を閉じた。'],
  ['ko', '수문은 왜 닫혔나', '시는 문에 금이 갔기 때문에 수문을 닫았다.'],
  ['zh', '船闸为什么关闭', '由于闸门出现裂缝，市政府关闭了船闸。'],
  ['ar', 'لماذا أُغلق الهويس', 'أُغلق الهويس بسبب شق في البوابة.'],
  ['he', 'מדוע נסגר השער', 'השער נסגר בגלל סדק שהתגלה בו.'],
  ['hi', 'बंदरगाह क्यों बंद हुआ', 'फाटक में दरार के कारण बंदरगाह बंद हुआ।'],
])('%s: “%s” is answered by “%s”', (lang, title, reason) => {
  expect(answersOf({ title, lang })(reason)).toBe(true)
  expect(answersOf({ title: 'Westlund', lang })(reason)).toBe(false)
})

test.each([
  ['en', 'Parliament must build a second lock.'],
  ['de', 'Der Landtag muss eine zweite Schleuse bauen.'],
  ['fr', 'Il faut construire une seconde écluse.'],
  ['es', 'El parlamento debe construir otra esclusa.'],
  ['it', 'Il parlamento deve costruire un’altra chiusa.'],
  ['pt', 'O parlamento deve construir outra eclusa.'],
  ['ru', 'Парламент должен построить второй шлюз.'],
  ['ja', '国会は第二の水門を建設すべきだ。'],
  ['ko', '국회는 두 번째 수문을 지어야 한다.'],
  ['zh', '议会必须修建第二座船闸。'],
  ['ar', 'يجب على البرلمان أن يبني هويسا ثانيا.'],
  ['he', 'הכנסת חייבת לבנות שער שני.'],
  ['hi', 'संसद को दूसरा फाटक बनाना चाहिए।'],
])('%s: demands: %s', (lang, text) => {
  expect(pointsIn(lang)?.demands.test(text)).toBe(true)
})

test.each([
  [{ title: 'Editorial: Build the lock' }, true],
  [{ title: 'Build the lock', section: 'Editorial' }, true],
  [{ title: '社説：水門を建設せよ' }, true],
  [{ title: 'Build the lock', kind: 'editorial' as const }, true],
  [{ title: 'Editorial staff strike', section: 'Media' }, false],
  [{ title: 'Editorial: Build the lock', kind: 'news' as const }, false],
])('whether %o argues: %s', (article, expected) => {
  expect(argues(article)).toBe(expected)
})

test.each([
  ['en', 'Nobody asked my neighbours.', true],
  ['en', 'The mayor said, “We will build my bridge.”', false],
  ['en', 'The bridge was built after World War I in seven months.', false],
  ['de', 'Niemand hat uns nach dem Hafen gefragt.', true],
  ['de', '„Wir bauen meine Brücke“, sagte die Bürgermeisterin.', false],
  ['ja', '私たちは港のそばで育った。', true],
  ['ja', '市長は「私たちは橋を建てる」と述べた。', false],
])('%s: %s: is in the first person: %s', (lang, text, expected) => {
  expect(isFirstPerson(text, lang)).toBe(expected)
})
