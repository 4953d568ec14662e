/**
 * What Java developers write tools, prompts and resources with, in Gatehouse's deployment or in one of their own beside it.
 *
 * <p>Start with {@link org.gatehouse.extension.Tool}: it makes a method of a CDI bean a tool. The method reads and writes the company's records through {@link
 * org.gatehouse.extension.Queries} and {@link org.gatehouse.extension.Records}, which it injects or takes as parameters, and learns who calls from {@link
 * org.gatehouse.extension.Call}. {@link org.gatehouse.extension.GatehouseExtension}, which a deployment names in its {@code META-INF/services}, finds the methods. How they are read is in {@code declared},
 * how they run in {@code running}; neither is for developers.
 *
 * <p>It refuses a method whose arguments or result cannot be told to a model, a class that reaches data in another way than through this package, and a
 * name that is taken. What is refused is not offered, and the log and the list of tools say why; everything else of the deployment is.
 *
 * <p>The decision that shaped it: {@code Records} and {@code Queries} have no caller to be given. They belong to the call that runs and are of no use outside it, so a
 * tool cannot act for anybody else, not even by mistake. A caller as a parameter lost, because a bean could have kept it for the next call.
 */
@NullMarked
package org.gatehouse.extension;

import org.jspecify.annotations.NullMarked;
