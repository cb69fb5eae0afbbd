/** While developing, a property is tried with a part of its examples, always the same ones; in CI with all. */
const SHARE = process.env.CI === undefined ? 1 / 5 : 1

/** How often fast-check tries a property for which `all` examples are enough. */
export const runs = (all: number): number => Math.ceil(all * SHARE)
