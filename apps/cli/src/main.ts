import '@zhanggui/server/inline-decisions'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'
import './resolve-once.ts'
import { runProgram } from './run-program.ts'
import { processSurroundings } from './surroundings.ts'

// Compiled code is kept between runs: a command then starts in half the time. Inside the checkout, where nobody else writes;
// where it cannot be written, commands are only slower.
enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/zhanggui', import.meta.url)))

// `zhanggui query … | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await runProgram(process.argv.slice(2), processSurroundings())
