import { createHash } from 'node:crypto'
import type { ModelSettings } from '@/lib/site/env'
import { Queue } from '@/lib/threads/queue'
import { Breaker } from './breaker'
import { type Choice, type Choosing, messagesFor, readChoice } from './choosing'
import type { ModelFigures } from './messages'
import { askModel, ModelFailure } from './read-reply'
import type { KeptChoices } from './store-choices'

type Log = { warn: (fields: object, message: string) => void }

type Options = { settings: ModelSettings; choices: KeptChoices; now: () => Date; log: Log }

/**
 * In milliseconds: a choice for a reader's question may take this long, since it is stored for the next reader with the
 * same question.
 */
const READER_LIMIT = 10_000
/** In milliseconds: a model on an ordinary processor is slow with a long article. */
const BACKGROUND_LIMIT = 120_000
/** The most questions sent at once; a reader who asks meanwhile gets the answer without a model. */
const READERS_AT_ONCE = 2
/** The most articles that wait for their key points. */
const MOST_WAITING = 1_000
/** The number of calls whose times are remembered. */
const REMEMBERED = 50

/**
 * Asks the model for choices: for each only once, within the daily budget, and not while it keeps failing. Nothing here
 * ever throws: a choice that can't be made is undefined.
 */
export class Chooser {
  readonly #breakers = { reader: new Breaker(), background: new Breaker() }
  readonly #background = new Queue()
  readonly #asking = new Map<string, Promise<Choice | undefined>>()
  readonly #times: number[] = []
  #readers = 0
  #chosen = 0
  #kept = 0
  #failed = 0
  #lastFailure: ModelFigures['lastFailure']

  constructor(private readonly options: Options) {}

  /** For a waiting reader: at once, or not at all. */
  async forReader(choosing: Choosing): Promise<Choice | undefined> {
    const known = this.find(choosing)
    if (known !== undefined) return known
    const key = this.#keyOf(choosing)
    const asked = this.#asking.get(key)
    if (asked !== undefined) return asked
    if (this.#readers >= READERS_AT_ONCE) return undefined
    this.#readers++
    const choice = this.#choose(choosing, 'reader', READER_LIMIT).finally(() => {
      this.#readers--
      this.#asking.delete(key)
    })
    this.#asking.set(key, choice)
    return choice
  }

  /** When its turn comes, one after another. Undefined at once if the same choice is already waiting. */
  async inBackground(choosing: Choosing): Promise<Choice | undefined> {
    const key = this.#keyOf(choosing)
    if (this.#asking.has(key)) return undefined
    const choose = () => this.#choose(choosing, 'background', BACKGROUND_LIMIT)
    const choice = this.#background.add(choose, { most: MOST_WAITING })
    if (choice === undefined) return undefined
    const done = choice.finally(() => this.#asking.delete(key))
    this.#asking.set(key, done)
    return done
  }

  /** A choice made earlier. */
  find(choosing: Choosing): Choice | undefined {
    try {
      const found = this.options.choices.find(this.#keyOf(choosing))
      if (found !== undefined) this.#kept++
      return found
    } catch (err) {
      this.#hearOfFailure(err)
      return undefined
    }
  }

  get figures(): ModelFigures {
    const { settings, choices, now } = this.options
    const usual = this.#times.toSorted((a, b) => a - b)[Math.floor(this.#times.length / 2)]
    const until = new Date(Math.max(...Object.values(this.#breakers).map((each) => each.until)))
    return {
      host: new URL(settings.url).host,
      model: settings.model,
      callsToday: choices.callsOf(dayOf(now())),
      callsPerDay: settings.callsPerDay,
      chosen: this.#chosen,
      kept: this.#kept,
      failed: this.#failed,
      ...(usual !== undefined && { usualMs: Math.round(usual) }),
      ...(this.#lastFailure && { lastFailure: this.#lastFailure }),
      ...(until > now() && { restsUntil: until }),
    }
  }

  async #choose(
    choosing: Choosing,
    who: 'reader' | 'background',
    limit: number,
  ): Promise<Choice | undefined> {
    const { settings, choices, now } = this.options
    const breaker = this.#breakers[who]
    const began = now()
    if (breaker.isResting(began)) return undefined
    try {
      const day = dayOf(began)
      if (choices.callsOf(day) >= settings.callsPerDay) return undefined
      choices.countCall(day)
      const chosen = readChoice(await askModel(settings, messagesFor(choosing), limit), choosing)
      if (chosen === undefined) throw new ModelFailure('its reply chooses nothing')
      this.#times.push(now().getTime() - began.getTime())
      if (this.#times.length > REMEMBERED) this.#times.shift()
      breaker.succeeded()
      this.#chosen++
      choices.store(this.#keyOf(choosing), chosen, now())
      return chosen
    } catch (err) {
      this.#hearOfFailure(err, breaker)
      return undefined
    }
  }

  #hearOfFailure(err: unknown, breaker?: Breaker): void {
    const { log, now } = this.options
    const reason = err instanceof ModelFailure ? err.message : 'its choices can’t be kept'
    const wasResting = breaker === undefined || breaker.until > 0
    breaker?.failed(now())
    this.#failed++
    this.#lastFailure = { at: now(), reason }
    // Logged once per outage, not once per question.
    if (!wasResting && breaker.until > 0)
      log.warn({ err }, `The model isn’t asked for a while: ${reason}`)
  }

  /** Another model, or a text that differs in one letter, has its own choice. */
  #keyOf(choosing: Choosing): string {
    const { url, model } = this.options.settings
    return createHash('sha256')
      .update(JSON.stringify([url, model, choosing]))
      .digest('base64url')
  }
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10)
