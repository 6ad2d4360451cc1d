import { z } from "zod";
import { parseIpv4Address } from "../../net/wire/address.ts";
import { parseAddressWithLength } from "../../net/wire/prefix.ts";

/**
 * What may stand in a case about routing: for `accepts`, which meets hand-made links. Only the form is judged here
 * (addresses are addresses, names are short); what an exercise promises beyond that stands with the exercise.
 */
export const addressSchema = z.string().refine((text) => parseIpv4Address(text) !== null);

export const cidrSchema = z.string().refine((text) => parseAddressWithLength(text)?.address.version === 4);

/** As ip-link(8): at most 15 characters. */
const name = z.string().regex(/^\w[\w.-]{0,14}$/);

export const routeSchema: z.ZodType<Route> = z.strictObject({
  dest: cidrSchema,
  gateway: addressSchema.nullable(),
  iface: name,
  metric: z.int().min(0).max(0xffff_ffff),
});

const ifaceSchema = z.strictObject({
  name,
  ip: addressSchema.nullable(),
  prefix: z.int().min(0).max(32),
  up: z.boolean(),
  pointToPoint: z.boolean().exactOptional(),
});

export const hostSchema: z.ZodType<Host> = z.strictObject({
  ifaces: z
    .array(ifaceSchema)
    .max(8)
    .refine((ifaces) => new Set(ifaces.map((iface) => iface.name)).size === ifaces.length),
  routes: z.array(routeSchema).max(64),
  forwarding: z.boolean(),
});

export const networkSchema: z.ZodType<Network> = z.record(name, hostSchema);
