import { parseDay } from '@zhanggui/kernel'
import { createDemo } from '../../../../src/modules/drills/demo/create-demo.ts'
import { openContext } from '../../../../src/open-context.ts'
import { readSettings } from '../../../../src/settings.ts'

/** Makes the demo shop and says each phase and day as it is done, so that the test can end it anywhere. */
const context = await openContext(readSettings(process.env))
await createDemo(context, {
  seed: 'killed',
  from: parseDay('2026-05-01'),
  scale: 0.4,
  onProgress: ({ phase, done }) => process.stdout.write(`${phase} ${done}\n`),
})
process.stdout.write('made\n')
await context.close()
