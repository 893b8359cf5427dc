import * as z from "zod/mini";
import { onPremPage } from "../docs.ts";
import { address, keyMeta, name, sharedName, table, writtenBy } from "./node-key.ts";

const docs = onPremPage("network-addresses");

function bindAddress(bound: string) {
	const help = `Address that the service listens on; ${bound} unless set.`;
	return address("Bind address", help, { docs, default: bound });
}

/** A service that others find where it listens. */
export function service(title: string, help: string, bound: string) {
	return table([title, help, { docs }], { bind_addr: bindAddress(bound) });
}

/** A service whose address other nodes are told. */
export function publicService(title: string, help: string, bound: string) {
	const public_addr = address("Public address", "How others reach it. Needed where the bind address is 0.0.0.0.", {
		docs,
	});
	return table([title, help, { docs }], { bind_addr: bindAddress(bound), public_addr });
}

const issuer = name("Issuer", "Who may have signed a token.").register(sharedName, { id: "issuer" });
const issuers = z
	.union([issuer, z.array(issuer)])
	.register(keyMeta, { title: "Issuers", help: "Who may have signed a token.", docs });

/** A service that people's programs talk to, over TLS and with tokens if need be. */
export function clientService(title: string, help: string, bound: string) {
	return table([title, help, { docs }], {
		bind_addr: bindAddress(bound),
		connection: table(["Connection", "How clients connect.", writtenBy("Ray package")], {
			tls: table(["TLS", "The service's own certificate."], {
				certificate_key_file: name("Certificate", "Path of the file that holds the certificate."),
				private_key_file: name("Private key", "Path of the file that holds its private key."),
			}),
		}),
		auth: table(["Authentication", "Which clients are let in.", writtenBy("Helm chart", "Ray package")], {
			jwks: table(["JSON Web Keys", "Tokens that an identity provider signed."], {
				url: name("Address", "Where the provider's keys are."),
				issuers,
				audience: name("Audience", "Whom a token is for."),
				required_claim: name("Required claim", "A claim that a token must hold."),
				required_claim_value: name("Its value", "What the claim must say."),
			}),
		}),
	});
}
