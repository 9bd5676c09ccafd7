import { readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { addAlertCommands } from './commands/alerts/index.ts'
import { addApprovalCommands } from './commands/approvals.ts'
import { addAttributionCommand } from './commands/attribution.ts'
import { addBackupCommands } from './commands/backup.ts'
import { addBudgetCommands } from './commands/budget/index.ts'
import { addCalendarCommand } from './commands/calendar.ts'
import { addCampaignCommands } from './commands/campaigns/index.ts'
import { addClockCommands } from './commands/clocks/index.ts'
import { addCohortsCommand } from './commands/cohorts.ts'
import { addConnectorsCommand } from './commands/connectors.ts'
import { addDemoCommands } from './commands/demo.ts'
import { addDrillCommand } from './commands/drill.ts'
import { addExplainCommand } from './commands/explain.ts'
import { addForecastCommand } from './commands/forecast.ts'
import { addFormatsCommand } from './commands/formats.ts'
import { addFrontCommand } from './commands/front.ts'
import { addFunnelCommand } from './commands/funnel.ts'
import { addGoalsCommands } from './commands/goals/index.ts'
import { addImportCommand } from './commands/import.ts'
import { addLoadCommands } from './commands/load/index.ts'
import { addMetricsCommands } from './commands/metrics.ts'
import { addOrderCommands } from './commands/orders/index.ts'
import { addOutlookCommand } from './commands/outlook.ts'
import { addPartnersCommand } from './commands/partners.ts'
import { addPeopleCommands } from './commands/people.ts'
import { addPlanCommands } from './commands/plan/index.ts'
import { addPlaybookCommands } from './commands/playbooks/index.ts'
import { addPromotionCommands } from './commands/promotions/index.ts'
import { addQueryCommand } from './commands/query.ts'
import { addRanksCommand } from './commands/ranks.ts'
import { addReportCommand } from './commands/report.ts'
import { addRiskCommands } from './commands/risk.ts'
import { addServeCommand } from './commands/serve.ts'
import { addStoreCommands } from './commands/store.ts'
import { addSurveyCommands } from './commands/surveys.ts'
import { addTradeCommands } from './commands/trade/index.ts'
import { addUserCommands } from './commands/user.ts'
import { LANGUAGES } from './output/language.ts'
import type { RunCommand } from './run-command.ts'
import type { Surroundings } from './surroundings.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** The whole command line. Each command file adds its own; what all share stands here. Help is written to the run's streams. */
export function createProgram(run: RunCommand, { stdout, stderr }: Surroundings): Command {
  const program = new Command('zhanggui')
    .description('掌柜：网店全年的数据与经营 / one system for the whole working year of an online store')
    .version(version)
    .option('--json', '输出 JSON / answer in JSON', false)
    .addOption(new Option('--lang <lang>', '语言 / language of tables').choices(LANGUAGES).default('zh'))
    .option('--home <folder>', '数据目录 / data folder (default: ZHANGGUI_HOME or ./var)')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: () => undefined,
    })
  addStoreCommands(program, run)
  addUserCommands(program, run)
  addApprovalCommands(program, run)
  addConnectorsCommand(program, run)
  addPeopleCommands(program, run)
  addFormatsCommand(program, run)
  addImportCommand(program, run)
  addQueryCommand(program, run)
  addFunnelCommand(program, run)
  addCohortsCommand(program, run)
  addExplainCommand(program, run)
  addAttributionCommand(program, run)
  addForecastCommand(program, run)
  addOutlookCommand(program, run)
  addCalendarCommand(program, run)
  addPlanCommands(program, run)
  addGoalsCommands(program, run)
  addBudgetCommands(program, run)
  addCampaignCommands(program, run)
  addPartnersCommand(program, run)
  addRanksCommand(program, run)
  addPromotionCommands(program, run)
  addOrderCommands(program, run)
  addLoadCommands(program, run)
  addTradeCommands(program, run)
  addClockCommands(program, run)
  addAlertCommands(program, run)
  addPlaybookCommands(program, run)
  addDrillCommand(program, run)
  addReportCommand(program, run)
  addSurveyCommands(program, run)
  addRiskCommands(program, run)
  addMetricsCommands(program, run)
  addDemoCommands(program, run)
  addBackupCommands(program, run)
  addServeCommand(program, run)
  addFrontCommand(program, run)
  return program
}
