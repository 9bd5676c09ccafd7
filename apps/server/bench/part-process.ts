/** Runs one part of the bench and sends its report to the parent process: started by bench.ts only. */
import { PARTS } from './parts.ts'

const [name = '', options = '{}'] = process.argv.slice(2)
const load = PARTS[name]
if (!load || !process.send) throw new Error(`no bench part named "${name}"; start npm run bench instead`)
const part = await load()
process.send(await part(JSON.parse(options)))
