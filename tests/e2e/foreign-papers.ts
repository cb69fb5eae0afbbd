import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A small paper in one language: every word is in that language. */
export type ForeignPaper = {
  lang: string
  name: string
  about: string
  timeZone: string
  section: string
  author: string
  source: string
  tag: string
  titles: [main: string, second: string, withdrawn: string]
  /** Ten sentences, preceded by the space between them. */
  space: string
  sentences: string[]
  correction: string
  reason: string
  /** A word of the text, and one that no text contains. */
  found: string
  notFound: string
  comment: string
}

export const PAPERS: readonly ForeignPaper[] = [
  {
    lang: 'ja',
    name: '港湾新聞',
    about: '港町の出来事を伝える。',
    timeZone: 'Asia/Tokyo',
    section: '社会',
    author: '佐藤花子',
    source: '港湾通信',
    tag: '防波堤',
    titles: ['防波堤の再建、来春までに完了へ', '市議会、防波堤の予算を可決', '取り下げた記事'],
    space: '',
    sentences: [
      '港湾局は二十八日、嵐で壊れた防波堤を来春までに再建すると発表した。',
      '防波堤は全長三百メートルで、昨年十一月の嵐で中央部が崩れた。',
      '佐藤局長は記者会見で、再建の費用は十二億円になると述べた。',
      '市議会は今月、防波堤の再建に必要な予算を全会一致で可決している。',
      '漁業協同組合は、工事の間も港を使えるよう市に求めた。',
      '港湾局によると、工事は来月十日に始まり、三つの段階で進む。',
      '住民からは、夜間の工事の音を心配する声が上がっている。',
      '市は説明会を来週開き、住民の質問に答える予定だ。',
      '国は再建の費用の半分を補助すると約束した。',
      '新しい防波堤は、これまでより一メートル高くなる。',
    ],
    correction: '防波堤の長さを三百メートルに改めました。',
    reason: '資料が偽造されていたため。',
    found: '防波堤',
    notFound: '宇宙船',
    comment: 'よい知らせです。',
  },
  {
    lang: 'ar',
    name: 'صحيفة المرفأ',
    about: 'أخبار المدينة والبحر.',
    timeZone: 'Africa/Cairo',
    section: 'محليات',
    author: 'ليلى حداد',
    source: 'وكالة الساحل',
    tag: 'المرفأ',
    titles: ['إعادة بناء رصيف المرفأ قبل الربيع', 'مجلس المدينة يقر ميزانية الرصيف', 'مقال أزيل'],
    space: ' ',
    sentences: [
      'أعلنت هيئة المرفأ يوم الأحد أن رصيف المرفأ الذي هدمته العاصفة سيعاد بناؤه قبل الربيع.',
      'يبلغ طول الرصيف ثلاثمئة متر، وقد انهار وسطه في عاصفة العام الماضي.',
      'قالت مديرة الهيئة ليلى حداد إن إعادة البناء ستكلف اثني عشر مليونًا.',
      'وأقر مجلس المدينة هذا الشهر ميزانية إعادة بناء الرصيف بالإجماع.',
      'وطلبت جمعية الصيادين أن يبقى المرفأ مفتوحًا خلال الأشغال.',
      'وتبدأ الأشغال في العاشر من الشهر المقبل على ثلاث مراحل.',
      'ويخشى السكان ضجيج الأشغال في الليل.',
      'وستعقد المدينة لقاء الأسبوع المقبل للإجابة عن أسئلة السكان.',
      'ووعدت الحكومة بدفع نصف تكاليف إعادة البناء.',
      'وسيكون الرصيف الجديد أعلى بمتر من القديم.',
    ],
    correction: 'صُحح طول الرصيف إلى ثلاثمئة متر.',
    reason: 'كانت الوثائق مزورة.',
    found: 'الرصيف',
    notFound: 'ديناصور',
    comment: 'خبر سار.',
  },
  {
    lang: 'de',
    name: 'Hafenzeitung',
    about: 'Nachrichten aus der Stadt am Meer.',
    timeZone: 'Europe/Berlin',
    section: 'Lokales',
    author: 'Jörg Müller',
    source: 'Küstendienst',
    tag: 'Hafen',
    titles: [
      'Mole soll bis zum Frühjahr stehen',
      'Stadtrat beschließt Geld für die Mole',
      'Ein Irrtum',
    ],
    space: ' ',
    sentences: [
      'Die Hafenbehörde will die vom Sturm zerstörte Mole bis zum Frühjahr wieder aufbauen, wie sie am Sonntag mitteilte.',
      'Die Mole ist dreihundert Meter lang, ihre Mitte war im Sturm des vergangenen Jahres eingestürzt.',
      'Hafenchef Jörg Müller sagte vor Journalisten, der Wiederaufbau der Mole koste zwölf Millionen Euro.',
      'Der Stadtrat hat das Geld für den Wiederaufbau der Mole in diesem Monat einstimmig beschlossen.',
      'Die Fischer verlangen, dass der Hafen während der Bauarbeiten offen bleibt.',
      'Die Arbeiten an der Mole beginnen am zehnten Dezember und gehen in drei Abschnitten voran.',
      'Anwohner fürchten den Lärm der Arbeiten in der Nacht.',
      'Die Stadt lädt in der kommenden Woche zu einer Versammlung ein und will dort antworten.',
      'Das Land hat versprochen, die Hälfte der Kosten zu übernehmen.',
      'Die neue Mole wird einen Meter höher als die alte.',
    ],
    correction: 'Die Länge der Mole wurde auf dreihundert Meter berichtigt.',
    reason: 'Die Unterlagen waren gefälscht.',
    found: 'Mole',
    notFound: 'Dinosaurier',
    comment: 'Eine gute Nachricht.',
  },
  {
    lang: 'ko',
    name: '항구신문',
    about: '바닷가 도시의 소식을 전합니다.',
    timeZone: 'Asia/Seoul',
    section: '사회',
    author: '김하늘',
    source: '해안통신',
    tag: '방파제',
    titles: ['무너진 방파제, 내년 봄까지 다시 짓는다', '시의회, 방파제 예산 의결', '철회된 글'],
    space: ' ',
    sentences: [
      '항만청은 폭풍으로 무너진 방파제를 내년 봄까지 다시 짓겠다고 일요일 발표했다.',
      '방파제는 길이가 삼백 미터이며 지난해 폭풍 때 가운데가 무너졌다.',
      '김하늘 청장은 기자 회견에서 방파제를 다시 짓는 비용이 백이십억 원이라고 말했다.',
      '시의회는 이달 방파제를 다시 짓는 데 필요한 예산을 만장일치로 의결했다.',
      '어민들은 공사 동안에도 항구를 열어 달라고 시에 요구했다.',
      '방파제 공사는 다음 달 십일에 시작해 세 단계로 진행된다.',
      '주민들은 밤에 나는 공사 소리를 걱정한다.',
      '시는 다음 주 설명회를 열어 주민의 질문에 답할 예정이다.',
      '정부는 비용의 절반을 지원하겠다고 약속했다.',
      '새 방파제는 예전보다 일 미터 높아진다.',
    ],
    correction: '방파제의 길이를 삼백 미터로 바로잡았습니다.',
    reason: '자료가 위조되었기 때문입니다.',
    found: '방파제',
    notFound: '우주선',
    comment: '반가운 소식입니다.',
  },
]

/** Writes the paper as a folder in git: its main story changes once after publication. */
export function writePaper(paper: ForeignPaper): string {
  const dir = mkdtempSync(path.join(tmpdir(), `broadsheet-${paper.lang}-`))
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      [
        '-c',
        'user.name=N',
        '-c',
        'user.email=n@example.org',
        '-c',
        'commit.gpgsign=false',
        ...args,
      ],
      { cwd: dir, stdio: 'ignore', env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } },
    )
  const write = (name: string, text: string) => writeFileSync(path.join(dir, name), text)
  mkdirSync(path.join(dir, 'articles'))
  mkdirSync(path.join(dir, 'pages'))
  write(
    'site.yaml',
    `name: ${paper.name}\ndescription: ${paper.about}\nlang: ${paper.lang}\ntimeZone: ${paper.timeZone}\nsections: [${paper.section}]\ncomments: { moderation: flagged }\n`,
  )
  write('pages/imprint.md', `---\ntitle: ${paper.name}\n---\n\n${paper.about}\n`)
  const head = (title: string, date: string, more: string) =>
    `---\ntitle: ${title}\ndate: ${date}\nsection: ${paper.section}\nauthors: [${paper.author}]\nsource: { name: ${paper.source}, url: "https://example.org/" }\ntags: [${paper.tag}]\n${more}---\n\n`
  const [main, second, withdrawn] = paper.titles
  const body = (sentences: readonly string[]) =>
    `${sentences.slice(0, 4).join(paper.space)}\n\n${sentences.slice(4).join(paper.space)}\n\n> [!NOTE]\n> ${sentences[4]}\n\n${sentences[5]}[^1]\n\n[^1]: ${sentences[6]}\n`
  const correction = `corrections: [{ date: 2026-11-02, text: ${paper.correction} }]\n`
  write('articles/main.md', head(main, '2026-11-01T08:00', '') + body(paper.sentences.slice(0, 9)))
  write(
    'articles/second.md',
    head(second, '2025-06-01T08:00', 'kind: opinion\n') + body([...paper.sentences].reverse()),
  )
  write(
    'articles/gone.md',
    head(withdrawn, '2026-10-01', `withdrawn: { date: 2026-10-02, reason: ${paper.reason} }\n`) +
      body(paper.sentences),
  )
  for (let i = 0; i < 30; i++)
    write(
      `articles/old-${i}.md`,
      head(`${second} ${i}`, `2025-05-${String(i + 1).padStart(2, '0')}`, '') +
        `${paper.sentences[i % 10]}\n`,
    )
  git('init', '-q', '-b', 'main')
  git('add', '.')
  git('commit', '-q', '-m', main, '--date', '2026-11-01T08:00:00Z')
  write('articles/main.md', head(main, '2026-11-01T08:00', correction) + body(paper.sentences))
  git('add', '.')
  git('commit', '-q', '-m', paper.correction)
  return dir
}
