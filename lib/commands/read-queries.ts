import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { Refusal } from '@/lib/site/refusal'

const query = z.object({ qid: z.string(), query: z.string(), doc: z.string().optional() })

export type Query = z.output<typeof query>

/** The queries of a JSON Lines file. Throws an error that names the first invalid line. */
export function readQueries(file: string | undefined): Query[] {
  if (file === undefined) throw new Refusal('--queries FILE is missing')
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [readQuery(line, `${file}:${i + 1}`)]))
}

function readQuery(line: string, place: string): Query {
  try {
    return query.parse(JSON.parse(line))
  } catch {
    throw new Refusal(`${place}: expected {"qid": "…", "query": "…"}`)
  }
}
