import { workerData } from 'node:worker_threads'
import * as z from 'zod'
import { canonicalTag } from '@/lib/article/canonical-tags'
import { siteDefaults } from '@/lib/front-matter/article-schema'
import { serveOrders } from '@/lib/threads/serve-orders'
import { NewSpellings } from './new-spellings'
import { readFile } from './read-file'
import { seenFile } from './reading'

const place = z
  .object({
    contentDir: z.string(),
    site: siteDefaults,
    tags: z.array(canonicalTag),
    now: z.date(),
  })
  .parse(workerData)
const spellings = new NewSpellings()

serveOrders({
  orders: z.array(seenFile),
  answer: async (files) => {
    const readings = []
    for (const file of files) readings.push(await readFile(place, file, spellings))
    return readings
  },
})
