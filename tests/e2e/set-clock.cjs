// Preloaded into a server, puts its clock forward by the milliseconds in a file, which a test may change at any time.
const { readFileSync } = require('node:fs')

const SystemDate = globalThis.Date
const shifted = () => SystemDate.now() + Number(readFileSync(process.env.CLOCK_FILE, 'utf8'))

globalThis.Date = new Proxy(SystemDate, {
  construct: (target, args, made) =>
    Reflect.construct(target, args.length > 0 ? args : [shifted()], made),
  apply: () => new SystemDate(shifted()).toString(),
  get: (target, name) => (name === 'now' ? shifted : Reflect.get(target, name)),
})
