import http from 'node:http'
import next from 'next'
import { config } from '@/next.config'

/** Next alone, without its router, with a build that `npm run build` made: `bare-next FOLDER BUILD PORT`. */
const [dir = '', distDir = '', port] = process.argv.slice(2)
const app = next({ dir, conf: { ...config, distDir }, customServer: false })
await app.prepare()
const handle = app.getRequestHandler()
http.createServer((req, res) => void handle(req, res)).listen(port)
