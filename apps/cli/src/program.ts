import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { addApprovalCommands } from './commands/approvals.ts'
import { addBackupCommands } from './commands/backup.ts'
import { addBudgetCommands } from './commands/budget/index.ts'
import { addCalendarCommand } from './commands/calendar.ts'
import { addCohortsCommand } from './commands/cohorts.ts'
import { addDemoCommands } from './commands/demo.ts'
import { addForecastCommand } from './commands/forecast.ts'
import { addFormatsCommand } from './commands/formats.ts'
import { addFunnelCommand } from './commands/funnel.ts'
import { addGoalsCommands } from './commands/goals/index.ts'
import { addImportCommand } from './commands/import.ts'
import { addMetricsCommands } from './commands/metrics.ts'
import { addPeopleCommands } from './commands/people.ts'
import { addPlanCommands } from './commands/plan/index.ts'
import { addQueryCommand } from './commands/query.ts'
import { addServeCommand } from './commands/serve.ts'
import { addStoreCommands } from './commands/store.ts'
import { addUserCommands } from './commands/user.ts'
import { LANGUAGES } from './output/language.ts'
import { runCommand } from './run-command.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** The whole command line. Each command file adds its own; what all share stands here. */
export function createProgram(): Command {
  const program = new Command('zhanggui')
    .description('掌柜：网店全年的数据与经营 / one system for the whole working year of an online store')
    .version(version)
    .option('--json', '输出 JSON / answer in JSON', false)
    .addOption(new Option('--lang <lang>', '语言 / language of tables').choices(LANGUAGES).default('zh'))
    .option('--home <folder>', '数据目录 / data folder (default: ZHANGGUI_HOME or ./var)')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
  addStoreCommands(program, runCommand)
  addUserCommands(program, runCommand)
  addApprovalCommands(program, runCommand)
  addPeopleCommands(program, runCommand)
  addFormatsCommand(program, runCommand)
  addImportCommand(program, runCommand)
  addQueryCommand(program, runCommand)
  addFunnelCommand(program, runCommand)
  addCohortsCommand(program, runCommand)
  addForecastCommand(program, runCommand)
  addCalendarCommand(program, runCommand)
  addPlanCommands(program, runCommand)
  addGoalsCommands(program, runCommand)
  addBudgetCommands(program, runCommand)
  addMetricsCommands(program, runCommand)
  addDemoCommands(program, runCommand)
  addBackupCommands(program, runCommand)
  addServeCommand(program, runCommand)
  return program
}
