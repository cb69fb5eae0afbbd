const list = (text: string) => new Set(text.trim().split(/\s+/))

/** Words that ask for something without being what is asked for: "What kind of …", "What happened …". */
export const ASKING = list(`
  happen happens happened happening kind kinds sort type types name names called
`)

/** Words of grammar that questions have and answers needn't. */
export const GRAMMAR = list(`
  what who whom whose when where why how which many much do did does been were had has have
`)

/** After "what" or "which" these say what kind of answer is wanted; the sentence that has it seldom says so too. */
export const KINDS_OF_ANSWER = list(`
  country city state place town village location continent region county area street person man woman people
  company group organization team date number percentage percent amount age reason job profession position
  nationality color colour language event thing things word item object month day year decade
`)
