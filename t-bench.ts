import { readRepository } from '@/lib/history/read-repository'
import { rmSync, mkdirSync } from 'node:fs'
const dir=process.argv[2]!, data=process.argv[3]!
if (process.argv[4]!=='keep') rmSync(data,{recursive:true,force:true}); mkdirSync(data,{recursive:true})
const t=performance.now(); let first=true, n=0
const r=await readRepository({contentDir:dir,dataDir:data,timeZone:'UTC',now:()=>new Date(),signal:new AbortController().signal,onStored:(s)=>{n++; if(n%60===0)console.log(n,((performance.now()-t)/1000).toFixed(1),'s rss',(process.memoryUsage().rss/1e6).toFixed(0))}})
console.log(r,((performance.now()-t)/1000).toFixed(1),'s', 'cpu', process.cpuUsage().user/1e6, 'rss max', process.resourceUsage().maxRSS/1e3)
