/**
 * Words of the news that readers and reporters use for one another, a group a line, as they are folded. A word stands for
 * all its forms. A group is narrow: what it takes for the same must be the same in most reports.
 */
export const THESAURUS = `
  car auto automobile automotive vehicle carmaker
  cut reduce reduction lower decrease slash
  raise increase hike lift
  rise increase grow growth climb
  fall drop decline decrease
  talk meet meeting discuss discussion dialogue conversation negotiate negotiation
  die death dead kill fatality deceased
  injure injury wound hurt
  cancel cancellation cancelation skip scrap
  attend attendance visit trip travel
  go attend travel
  job post position office
  purpose aim goal role mission objective
  oppose opposition object objection against reject
  promise pledge vow commit
  win victory won winner
  start begin launch open commence
  end expire expiration finish conclude
  build construct construction
  found establish establishment create creation set
  buy purchase acquire acquisition
  arrest detain custody
  vote ballot election poll
  kid child youngster
  lead head chief leader
  company firm corporation
  help aid assist support
  quit resign resignation leave
  ask demand request urge call
  demand must urge call
  pay payment fund funding spend spending finance
  cost price
  answer reply respond response
  illegal unlawful
  condemn criticize criticise criticism
  rule ruling judgment judgement verdict decision
  judge court
  agree agreement deal accord
  plan intend intention schedule
  country nation state
  city town
  attack strike raid assault bomb
  ban prohibit forbid bar
  doctor physician
  film movie
  live reside resident home
  write author wrote
  wed marry marriage
  sick ill illness disease
  weapon arm
  soldier troop military
  house home
  storm hurricane typhoon cyclone
  quake earthquake
  seek pursue
  discuss cover debate
  plane aircraft airplane jet
  ship vessel boat
  fire blaze
  flood flooding
  crash collision
  study research
  feel sense
  guess estimate
  host held hold
  happen occur
  fix repair
  rich wealthy
  proof evidence
  worker employee staff
  employ hire
  dismiss sack fire
  hide conceal
  big large
  fast speed quick
  join member
  replace replacement instead successor succeed
  percentage percent share
  opinion op-ed column view
  speak speech said
  argue argument
  order instruct
  cause result
  accuse accusation charge allege
  jail prison imprison sentence
  money fund cash
  protest demonstrate demonstration
`
