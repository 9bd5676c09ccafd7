import { z } from 'zod'

/** Who works on a shop (P16.01). `owner` is the person who set the installation up; the others are given for each shop. */
export const ROLES = [
  'owner',
  'operations',
  'campaign',
  'media',
  'content',
  'members',
  'service',
  'products',
  'analyst',
  'finance',
  'technology',
  'warehouse',
  'merchant',
  'brand',
  'platform',
  'platformOperator',
  'partner',
] as const
export const Role = z.enum(ROLES)
export type Role = z.infer<typeof Role>

/** Whose side a role stands on: the agency that runs the shop, the merchant who owns it, the brand, the platform, a partner. */
export const SIDES = ['agency', 'merchant', 'brand', 'platform', 'platformOperator', 'partner'] as const
export const Side = z.enum(SIDES)
export type Side = z.infer<typeof Side>

/** What a route may ask for. A role is a set of these; the table of roles and permissions is one file on the server. */
export const PERMISSIONS = [
  'store:read',
  'store:manage',
  'users:manage',
  'metrics:read',
  'profit:read',
  'data:import',
  'data:export',
  'events:write',
  'plan:read',
  'plan:write',
  'plan:approve',
  'plan:confirm',
  'budget:post',
  'products:write',
  'members:write',
  'audit:read',
  'keys:manage',
  'money:approve',
  'people:erase',
  'live:act',
  'trade:write',
  'partner:work',
] as const
export const Permission = z.enum(PERMISSIONS)
export type Permission = z.infer<typeof Permission>
