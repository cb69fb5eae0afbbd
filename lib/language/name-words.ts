const list = (text: string) => new Set(text.trim().split(/\s+/))

/** Offices and titles before a person's name; what stands before one of them isn't the name either. */
export const OFFICES = list(`
  president vice prime minister ministers secretary general chancellor king queen prince princess pope emperor
  senator sen representative rep congressman congresswoman governor gov mayor judge justice chief director chairman
  chairwoman chair ceo commissioner ambassador spokesman spokeswoman officer sergeant sgt lieutenant lt colonel col
  captain capt major maj admiral adm gen corporal private detective inspector sheriff professor prof doctor dr mr
  mrs ms miss sir lord lady dame rev reverend bishop archbishop cardinal coach manager leader former attorney
  commander deputy assistant under white house press speaker elect designate
`)

/** Capital letters in English, but no names of anybody. */
export const NO_NAMES = list(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sept sep oct nov dec am pm et est edt cst cdt mst mdt pst pdt
  gmt bst cet cest ist jst utc i copyright photo updated
  ariz calif colo conn fla kan mich minn mont neb nev okla tenn wis
`)

/** Written with a capital, these are no names by themselves, but may begin one: Internet Explorer. */
export const ALONE_NO_NAMES = list('god internet web')

/** Where a heading has capitals throughout, a name ends at its verb. */
export const VERBS = list(`
  is are was were be been has have had do does did can could would should says said gets got that which than
`)
