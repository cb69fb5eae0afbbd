import { chromium } from 'playwright'
const args = process.argv.slice(2)
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-background-networking','--disable-component-update', ...args] })
for (let i=0;i<12;i++) { const c = await b.newContext(); const p = await c.newPage(); for (const path of ['/','/articles/why-did-japan-skip-the-nato-summit','/tags']) { await p.goto('http://localhost:47555'+path) } await c.close() }
await b.close()
