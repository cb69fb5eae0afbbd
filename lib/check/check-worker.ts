import { workerData } from 'node:worker_threads'
import * as z from 'zod'
import { siteDefaults } from '@/lib/front-matter/article-schema'
import { serveOrders } from '@/lib/threads/serve-orders'
import { checkFile } from './check-file'

const place = z.object({ site: siteDefaults, now: z.date() }).parse(workerData)

serveOrders({
  orders: z.array(z.object({ path: z.string(), absolute: z.string() })),
  answer: (files) => files.map((file) => checkFile(place, file)),
})
