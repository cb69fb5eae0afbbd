import { ArchiveKeeper } from '@/lib/archive/keeper'
const k = new ArchiveKeeper({ contentDir: process.argv[2] ?? '', dataDir: '/tmp/arch/pd', now: () => new Date(), wait: (ms) => new Promise((r) => setTimeout(r, ms)) })
const t = performance.now(); const c = process.cpuUsage()
const r = await k.update()
const u = process.cpuUsage(c)
console.log('wall', performance.now() - t, 'user', u.user / 1e3, 'sys', u.system / 1e3, r.added.length, process.resourceUsage().maxRSS / 1024)
k.close()
