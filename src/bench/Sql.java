import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Scanner;

/**
 * Runs the statements of standard input, each of which ends with a semicolon at the end of a line.
 * Argument: the JDBC URL.
 *
 * <p>{@code java -cp <test classpath> src/bench/Sql.java jdbc:postgresql://… < seed.sql}
 */
final class Sql {

    private Sql() {}

    public static void main(String[] arguments) throws SQLException {
        try (var connection = DriverManager.getConnection(arguments[0]);
                var statement = connection.createStatement();
                var input = new Scanner(System.in, StandardCharsets.UTF_8).useDelimiter(";\\s*\n")) {
            while (input.hasNext()) {
                statement.execute(input.next());
            }
        }
    }
}
