/**
 * The whole way of two applications, played over the public APIs as an institution and a librarian would, with people
 * who do not exist. It knows the services by their addresses only.
 */
package tw.ecard.localstack.demo;
