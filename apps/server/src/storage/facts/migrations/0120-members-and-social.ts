import { createTableSql, MEMBERS, SOCIAL_POSTS } from '@zhanggui/facts'
import type { FactMigration } from './migration.ts'

/** For installations that were made before member lists and social posts could be imported. */
export const membersAndSocial: FactMigration = {
  id: '0120',
  name: 'members-and-social',
  statements: ({ database, cluster, onCluster }) =>
    [MEMBERS, SOCIAL_POSTS].flatMap((table) => createTableSql(table, { database, cluster, onCluster: onCluster() })),
}
