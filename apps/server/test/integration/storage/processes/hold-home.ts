import { setInterval } from 'node:timers'
import { openContext } from '../../../../src/open-context.ts'
import { readSettings } from '../../../../src/settings.ts'

/** Opens the installation, says so and stays. */
await openContext(readSettings(process.env))
process.stdout.write('open\n')
setInterval(() => undefined, 60_000)
